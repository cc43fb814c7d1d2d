// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/colorscale.h"
#include "views/theme/style.h"
#include "views/theme/systemscheme.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <array>
#include <cmath>

using namespace podium::views;

Q_DECLARE_METATYPE(podium::views::Scheme)

namespace {

struct Lab {
    double l, a, b;
};

double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

using Matrix = std::array<std::array<double, 3>, 3>;
using Vector = std::array<double, 3>;

Vector times(const Matrix& m, const Vector& v) {
    Vector out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

// Machado, Oliveira, Fernandes 2009, severity 1.
constexpr Matrix Normal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix Deuteranope = {{{0.367322, 0.860646, -0.227968},
                                 {0.280085, 0.672501, 0.047413},
                                 {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix Protanope = {{{0.152286, 1.052583, -0.204868},
                               {0.114503, 0.786281, 0.099216},
                               {-0.003882, -0.048116, 1.051998}}};

// Ottosson's OKLab.
Lab seenBy(const Matrix& eye, const QColor& color) {
    Vector rgb = times(eye, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double& v : rgb)
        v = std::clamp(v, 0.0, 1.0);
    Vector lms = times({{{0.4122214708, 0.5363325363, 0.0514459929},
                         {0.2119034982, 0.6806995451, 0.1073969566},
                         {0.0883024619, 0.2817188376, 0.6299787005}}},
                       rgb);
    for (double& v : lms)
        v = std::cbrt(v);
    const Vector lab = times({{{0.2104542553, 0.7936177850, -0.0040720468},
                               {1.9779984951, -2.4285922050, 0.4505937099},
                               {0.0259040371, 0.7827717662, -0.8086757660}}},
                             lms);
    return {lab[0], lab[1], lab[2]};
}

double distance(const Lab& x, const Lab& y) {
    return std::hypot(std::hypot(x.l - y.l, x.a - y.a), x.b - y.b);
}

// The colour that most of the painted pixels have.
QColor inkOf(const QPixmap& pixmap) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QHash<QRgb, int> counted;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                ++counted[image.pixel(x, y)];
        }
    }
    QRgb best = 0;
    for (auto it = counted.cbegin(); it != counted.cend(); ++it) {
        if (it.value() > counted.value(best))
            best = it.key();
    }
    return QColor::fromRgb(best);
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT

private:
    void schemes() {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("QPainter|QPixmap"))); }

    void contrasts_data() { schemes(); }
    void contrasts() {
        QFETCH(Scheme, scheme);
        const Colors& c = colors(scheme);
        for (const QColor& under : {c.window, c.panel, c.field, c.selection, c.hover}) {
            QVERIFY2(contrast(c.text, under) >= 7, qPrintable(under.name()));
            QVERIFY2(contrast(c.dim, under) >= 3, qPrintable(under.name()));
            QVERIFY2(contrast(c.accent, under) >= 3, qPrintable(under.name()));
        }
        for (const QColor& ink : {c.ok, c.warn, c.bad, c.accent, c.dim})
            QVERIFY2(contrast(ink, c.panel) >= 4.2, qPrintable(ink.name()));
        QVERIFY(contrast(c.accentText, c.accent) >= 4.5);
        QVERIFY(contrast(c.badText, c.bad) >= 4.5);
    }

    // Steps of one length, ever lighter: even to look at, in grey, and to colour-blind eyes.
    void scaleIsEven_data() { schemes(); }
    void scaleIsEven() {
        QFETCH(Scheme, scheme);
        constexpr int Steps = 16;
        double least = 1;
        double most = 0;
        for (int i = 0; i < Steps; ++i) {
            const Lab a = seenBy(Normal, scaleColor(i / double{Steps}, scheme));
            const Lab b = seenBy(Normal, scaleColor((i + 1) / double{Steps}, scheme));
            least = std::min(least, distance(a, b));
            most = std::max(most, distance(a, b));
            for (const Matrix& eye : {Normal, Deuteranope, Protanope})
                QVERIFY(seenBy(eye, scaleColor((i + 1) / double{Steps}, scheme)).l >
                        seenBy(eye, scaleColor(i / double{Steps}, scheme)).l);
        }
        QVERIFY2(most < 1.35 * least, qPrintable(QStringLiteral("%1 %2").arg(least).arg(most)));
        // Its ends can be told from the panel.
        QVERIFY(contrast(scaleColor(0, scheme), colors(scheme).panel) > 1.4);
        QVERIFY(contrast(scaleColor(1, scheme), colors(scheme).panel) > 1.4);
        QCOMPARE(scaleColor(-3, scheme), scaleColor(0, scheme));
        QCOMPARE(scaleColor(7, scheme), scaleColor(1, scheme));
    }

    void divergingScaleHasAMiddle_data() { schemes(); }
    void divergingScaleHasAMiddle() {
        QFETCH(Scheme, scheme);
        // Both ends differ to every eye; the middle is near to the panel.
        for (const Matrix& eye : {Normal, Deuteranope, Protanope})
            QVERIFY(distance(seenBy(eye, divergingColor(-1, scheme)),
                             seenBy(eye, divergingColor(1, scheme))) > 0.15);
        QVERIFY(contrast(divergingColor(0, scheme), colors(scheme).panel) < 1.9);
    }

    void paletteKnowsItsColors_data() { schemes(); }
    void paletteKnowsItsColors() {
        QFETCH(Scheme, scheme);
        const QPalette p = palette(scheme);
        QCOMPARE(schemeOf(p), scheme);
        QCOMPARE(&colors(p), &colors(scheme));
        QCOMPARE(p.color(QPalette::Inactive, QPalette::Highlight),
                 p.color(QPalette::Active, QPalette::Highlight));
        QVERIFY(p.color(QPalette::Disabled, QPalette::Text) !=
                p.color(QPalette::Active, QPalette::Text));
    }

    void seriesColorsTellApart_data() { schemes(); }
    void seriesColorsTellApart() {
        QFETCH(Scheme, scheme);
        for (const auto& [eye, least] :
             {std::pair{Normal, 0.08}, std::pair{Deuteranope, 0.06}, std::pair{Protanope, 0.06}}) {
            for (int i = 0; i < SeriesColorCount; ++i) {
                const QColor a = seriesColor(i, scheme);
                QVERIFY2(contrast(a, colors(scheme).panel) >= 3.0, qPrintable(a.name()));
                for (int j = 0; j < i; ++j) {
                    const QColor b = seriesColor(j, scheme);
                    const double d = distance(seenBy(eye, a), seenBy(eye, b));
                    QVERIFY2(d >= least, qPrintable(a.name() + b.name() + QString::number(d)));
                }
            }
        }
    }

    void seriesSlotsAreStable() {
        QCOMPARE(seriesColor(0, Scheme::Light), seriesColor(SeriesColorCount, Scheme::Light));
        QCOMPARE(seriesColor(-1, Scheme::Dark), seriesColor(SeriesColorCount - 1, Scheme::Dark));
        const QByteArray id("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
        QCOMPARE(seriesSlot(id), seriesSlot(id));
        QSet<int> slots_;
        for (int i = 0; i < 200; ++i)
            slots_.insert(seriesSlot(QByteArray::number(i)));
        QCOMPARE(slots_.size(), SeriesColorCount);
    }

    void iconsFollowThePalette() {
        auto* app = qobject_cast<QApplication*>(QCoreApplication::instance());
        QVERIFY(app != nullptr);
        Theme theme(*app, ThemeChoice::Light);
        const QIcon search = icon(u"search");
        QVERIFY(!search.isNull());
        const QColor light = inkOf(search.pixmap(QSize(64, 64), 1.0));
        QCOMPARE(light, colors(Scheme::Light).text);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(inkOf(search.pixmap(QSize(64, 64), 1.0)), colors(Scheme::Dark).text);
        QCOMPARE(inkOf(dimIcon(u"search").pixmap(QSize(64, 64), 1.0)), colors(Scheme::Dark).dim);
        const QColor disabled = inkOf(search.pixmap(QSize(64, 64), 1.0, QIcon::Disabled));
        QCOMPARE(disabled, QApplication::palette().color(QPalette::Disabled, QPalette::WindowText));
        QVERIFY(icon(u"no-such-icon").isNull());
        QVERIFY(iconPixmap(u"no-such-icon", Qt::red, 16, 1).isNull());
    }

    void iconsAreCrisp() {
        const QPixmap two = icon(u"search").pixmap(QSize(16, 16), 2.0);
        QCOMPARE(two.size(), QSize(32, 32));
        QCOMPARE(two.devicePixelRatio(), 2.0);
        QCOMPARE(iconPixmap(u"search", Qt::red, 16, 2).deviceIndependentSize(), QSizeF(16, 16));
    }

    void systemFollowsThePlatform() {
        auto* app = qobject_cast<QApplication*>(QCoreApplication::instance());
        Theme theme(*app, ThemeChoice::System);
        theme.setSystemScheme(Scheme::Dark);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(QApplication::palette(), palette(Scheme::Dark));
        theme.setSystemScheme(Scheme::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.setChoice(ThemeChoice::Dark);
        theme.setSystemScheme(Scheme::Light);
        QCOMPARE(theme.scheme(), Scheme::Dark);
    }

    void portalAnswersAreRead() {
        const auto wrapped = [](uint value) { return QVariant::fromValue(QDBusVariant(value)); };
        QCOMPARE(SystemScheme::fromPortal(QVariant(1U)), Scheme::Dark);
        QCOMPARE(SystemScheme::fromPortal(wrapped(1)), Scheme::Dark);
        QCOMPARE(SystemScheme::fromPortal(QVariant::fromValue(QDBusVariant(wrapped(1)))),
                 Scheme::Dark);
        QCOMPARE(SystemScheme::fromPortal(wrapped(0)), Scheme::Light);
        QCOMPARE(SystemScheme::fromPortal(wrapped(2)), Scheme::Light);
        QCOMPARE(SystemScheme::fromPortal(QVariant(QStringLiteral("x"))), Scheme::Light);
    }

    void controlsHaveOneHeight() {
        QPushButton button(QStringLiteral("Sync"));
        QLineEdit edit;
        QToolButton tool;
        tool.setText(QStringLiteral("Sync"));
        QCOMPARE(button.sizeHint().height(), edit.sizeHint().height());
        QCOMPARE(tool.sizeHint().height(), button.sizeHint().height());
        QVERIFY(button.sizeHint().height() >= metrics::Control);
    }

    void primaryIsPaintedInTheAccent() {
        auto* app = qobject_cast<QApplication*>(QCoreApplication::instance());
        Theme theme(*app, ThemeChoice::Light);
        QPushButton button(QStringLiteral("Go"));
        button.resize(80, 28);
        const auto corner = [&] { return button.grab().toImage().pixelColor(8, 14); };
        QVERIFY(corner() != colors(Scheme::Light).accent);
        setPrimary(&button);
        QCOMPARE(corner(), colors(Scheme::Light).accent);
    }

    void numbersHaveOneWidth() {
        const QFontMetrics fm{QFont()};
        QCOMPARE(numberWidth(fm, QStringLiteral("1.111")),
                 numberWidth(fm, QStringLiteral("0.000")));
        QImage image(200, 30, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawNumber(painter, QRect(0, 0, 200, 30), QStringLiteral("0.2113"));
        painter.end();
        QVERIFY(image.copy(0, 0, 100, 30) != image.copy(100, 0, 100, 30));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    app.setStyle(new Style);
    TestTheme test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_theme.moc"
