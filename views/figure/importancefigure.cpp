// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/kinds.h"
#include "views/figure/rows.h"

#include "analysis/correlation.h"
#include "analysis/importance.h"
#include "views/text/text.h"
#include "views/theme/colorscale.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace podium::views {

namespace {

constexpr double Gap = 26;         // between importance and correlation
constexpr double Doubtful = 0.05;  // p above which a correlation may well be chance
constexpr double Strong = 0.6;
constexpr double Clear = 0.3;

/// How much each param has to do with a metric: what a forest of trees finds, and the correlation.
class ImportanceFigure : public Figure {
    Q_DECLARE_TR_FUNCTIONS(podium::views::Figure)
public:
    ImportanceFigure(RunSetPointer set, const FigureOptions& wanted, const std::stop_token& stop)
        : Figure(std::move(set), wanted) {
        if (!options().y) {
            m_empty = tr("Choose a metric in the chart's menu");
            return;
        }
        m_target = figureColumn(runs(), *options().y);
        if (m_target.numeric())
            compute(stop);
        describe();
    }

    void paint(QPainter& painter, const Canvas& canvas) const override {
        const RowsWanted wanted = rowsWanted(canvas);
        const RowsLayout layout = rows(canvas);
        paintRows(painter, canvas, wanted, layout);
        paintHeads(painter, canvas, layout);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setClipRect(QRectF(layout.plane.area.left() - 1, layout.plane.area.top(),
                                   canvas.size.width(), layout.plane.area.height()));
        for (std::size_t i = layout.begin(); i < layout.end(); ++i) {
            paintImportance(painter, canvas, layout, i);
            paintCorrelation(painter, canvas, layout, i);
        }
        painter.restore();
    }

    void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const override {
        const RowsLayout layout = rows(canvas);
        const QRectF row = layout.row(static_cast<std::size_t>(hit.part));
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(canvas.colors().text, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(4, row.top() + 1, canvas.size.width() - 12, row.height() - 2), 3, 3);
    }

    [[nodiscard]] std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                 const QPointF& position) const override {
        const auto row = rows(canvas).rowAt(position);
        return row ? std::optional(hitFor(canvas, *row)) : std::nullopt;
    }

    [[nodiscard]] std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                     const std::optional<FigureHit>& from,
                                                     int by) const override {
        const RowsLayout layout = rows(canvas);
        if (layout.end() <= layout.begin())
            return std::nullopt;
        const auto first = static_cast<int>(layout.begin());
        const auto last = static_cast<int>(layout.end()) - 1;
        const int at = from ? std::clamp(from->part + by, first, last) : by > 0 ? first : last;
        return hitFor(canvas, static_cast<std::size_t>(at));
    }

    [[nodiscard]] std::optional<FigureView> scrolled(const Canvas& canvas,
                                                     double by) const override {
        return scrolledRows(canvas, rows(canvas), by);
    }

    [[nodiscard]] QStringList heads() const override {
        return {QStringLiteral("param"),
                QStringLiteral("importance"),
                QStringLiteral("share"),
                options().rank ? QStringLiteral("spearman") : QStringLiteral("pearson"),
                QStringLiteral("eta"),
                QStringLiteral("p"),
                QStringLiteral("runs"),
                QStringLiteral("meaning")};
    }
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_params.size()); }
    [[nodiscard]] QVariant cell(int row, int column) const override {
        const Param& param = m_params[static_cast<std::size_t>(row)];
        const auto number = [](double value) {
            return std::isnan(value) ? QVariant() : QVariant(value);
        };
        switch (column) {
            case 0:
                return QString::fromStdString(param.column.key.key);
            case 1:
                return m_told ? number(param.importance.importance) : QVariant();
            case 2:
                return m_told ? number(param.importance.share) : QVariant();
            case 3:
                return number(param.correlation);
            case 4:
                return number(param.eta);
            case 5:
                return number(param.p);
            case 6:
                return static_cast<double>(param.n);
            default:
                return meaning(param);
        }
    }

private:
    struct Param {
        FigureColumn column;
        analysis::FeatureImportance importance;
        double correlation = std::nan("");  // of numbers
        double eta = std::nan("");          // of categories
        double p = std::nan("");
        std::size_t n = 0;
    };

    void compute(const std::stop_token& stop) {
        std::vector<analysis::Feature> features;
        for (const FigureAxis& axis : options().axes) {
            if (axis.column == m_target.key || stop.stop_requested())
                continue;
            m_params.push_back({figureColumn(runs(), axis.column), {}});
        }
        for (const Param& param : m_params) {
            const analysis::ColumnValues& values = param.column.values;
            if (values.numeric())
                features.emplace_back(std::span<const double>(values.numbers));
            else
                features.emplace_back(std::span<const analysis::Category>(values.codes));
        }
        m_importance = analysis::importanceOf(features, m_target.values.numbers, {}, stop);
        for (std::size_t i = 0; i < m_params.size(); ++i) {
            if (i < m_importance.features.size())
                m_params[i].importance = m_importance.features[i];
            correlate(m_params[i]);
        }
        m_told = m_importance.verdict >= analysis::Verdict::Nothing;
        const auto constant = [](const Param& param) { return differs(param) == 0; };
        m_constant = static_cast<std::size_t>(std::ranges::count_if(m_params, constant));
        std::erase_if(m_params, constant);
        std::ranges::stable_sort(m_params, [](const Param& a, const Param& b) {
            return std::pair(a.importance.importance, strength(a)) >
                   std::pair(b.importance.importance, strength(b));
        });
    }

    /// How many different values a param has, cut at two.
    [[nodiscard]] static int differs(const Param& param) {
        const analysis::ColumnValues& values = param.column.values;
        double first = std::nan("");
        bool missing = false;
        const std::size_t all = values.numeric() ? values.numbers.size() : values.codes.size();
        for (std::size_t run = 0; run < all; ++run) {
            const double value = param.column.value(run);
            missing = missing || std::isnan(value);
            if (std::isnan(value))
                continue;
            if (std::isnan(first))
                first = value;
            else if (value != first)
                return 2;
        }
        return missing && !std::isnan(first) ? 2 : 0;
    }

    void correlate(Param& param) const {
        const analysis::ColumnValues& values = param.column.values;
        if (!values.numeric()) {
            const auto ratio = analysis::correlationRatio(values.codes, m_target.values.numbers);
            param.eta = ratio.eta;
            param.p = ratio.p;
            param.n = ratio.n;
            return;
        }
        const auto found = options().rank
                               ? analysis::spearman(values.numbers, m_target.values.numbers)
                               : analysis::pearson(values.numbers, m_target.values.numbers);
        param.correlation = found.value;
        param.p = found.p;
        param.n = found.n;
    }

    [[nodiscard]] static double strength(const Param& param) {
        const double size = std::isnan(param.correlation) ? param.eta : std::abs(param.correlation);
        return std::isnan(size) ? 0 : size;
    }

    void describe() {
        const std::size_t all = runs().size();
        if (all == 0)
            m_empty = figurewords::noRuns();
        else if (!m_target.numeric())
            m_empty = tr("%1 holds no numbers").arg(m_target.title);
        else if (m_params.empty())
            m_empty = m_constant > 0 ? tr("Every param is the same in all runs")
                                     : tr("These runs have no params");
        const std::size_t with = all - m_target.absent - m_target.nan - m_target.infinite;
        m_receipt << shownWords(with, all);
        addLacks(m_receipt, m_target);
        if (m_constant > 0)
            m_receipt << tr("%1 params the same in all runs, left out")
                             .arg(count(static_cast<qint64>(m_constant)));
        m_receipt << verdictWords();
        m_receipt.removeAll(QString());
        QStringList first;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, m_params.size()); ++i)
            first << meaning(m_params[i]);
        m_description = first.join(QStringLiteral("; "));
    }

    [[nodiscard]] QString verdictWords() const {
        const QString r2 = QString::number(m_importance.r2, 'f', 2);
        switch (m_importance.verdict) {
            case analysis::Verdict::TooFewRuns:
                return tr("too few runs to tell an importance: ten at least");
            case analysis::Verdict::TargetConstant:
                return tr("%1 is the same in all runs").arg(m_target.title);
            case analysis::Verdict::NoFeatures:
                return {};
            case analysis::Verdict::Nothing:
                return tr("the params tell next to nothing about it (R² %1): no importance")
                    .arg(r2);
            case analysis::Verdict::Weak:
                return tr("the params tell a little about it (R² %1): take it as a hint").arg(r2);
            case analysis::Verdict::Some:
                return tr("R² of the forest's guesses %1").arg(r2);
        }
        return {};
    }

    /// In words what the numbers of a param mean.
    [[nodiscard]] QString meaning(const Param& param) const {
        const QString name = param.column.title;
        const QString target = m_target.title;
        QString words;
        if (!std::isnan(param.correlation)) {
            const double size = std::abs(param.correlation);
            const bool chance = !(param.p < Doubtful);
            if (chance || size < 0.1)
                words = tr("%1: no clear way with %2").arg(name, target);
            else if (param.correlation > 0)
                words = size >= Strong  ? tr("higher %1, clearly higher %2").arg(name, target)
                        : size >= Clear ? tr("higher %1, rather higher %2").arg(name, target)
                                        : tr("higher %1, slightly higher %2").arg(name, target);
            else
                words = size >= Strong  ? tr("higher %1, clearly lower %2").arg(name, target)
                        : size >= Clear ? tr("higher %1, rather lower %2").arg(name, target)
                                        : tr("higher %1, slightly lower %2").arg(name, target);
        } else if (!std::isnan(param.eta)) {
            const bool chance = std::isnan(param.p) || param.p >= Doubtful;
            words = chance ? tr("%1 makes no clear difference to %2").arg(name, target)
                           : tr("%2 differs by %1").arg(name, target);
        } else {
            words = tr("%1: nothing can be told").arg(name);
        }
        return words;
    }

    [[nodiscard]] static QString probability(double p) {
        if (std::isnan(p))
            return QStringLiteral("–");
        return p < 0.001 ? QStringLiteral("< 0.001") : QString::number(p, 'f', 3);
    }

    [[nodiscard]] double correlationWidth(const Canvas& canvas) const {
        return std::max(60.0, canvas.size.width() * 0.27);
    }

    [[nodiscard]] RowsWanted rowsWanted(const Canvas& canvas) const {
        RowsWanted wanted;
        double most = 0.05;
        for (const Param& param : m_params)
            most = std::max(most, m_told ? param.importance.share : 0.05);
        const std::array ends = {0.0, std::min(1.0, most * 1.15)};
        wanted.axis = analysis::Axis::ofNumbers(ends);
        wanted.right = Gap + correlationWidth(canvas);
        for (const Param& param : m_params)
            wanted.titles << param.column.title;
        return wanted;
    }

    [[nodiscard]] RowsLayout rows(const Canvas& canvas) const {
        RowsLayout layout = layoutRows(canvas, rowsWanted(canvas));
        // The bars have their numbers beside them.
        layout.plane.xMarks.clear();
        const double head = labelHeight(canvas) + 6;
        layout.plane.area.setTop(layout.plane.area.top() + head);
        const double unseen =
            static_cast<double>(layout.rows) - layout.plane.area.height() / layout.rowHeight;
        layout.first = std::clamp(canvas.view.scroll, 0.0, std::max(0.0, unseen));
        return layout;
    }

    [[nodiscard]] QRectF correlationArea(const Canvas& canvas, const RowsLayout& layout) const {
        const QRectF& area = layout.plane.area;
        return {area.right() + Gap, area.top(), correlationWidth(canvas) - 12, area.height()};
    }

    void paintHeads(QPainter& painter, const Canvas& canvas, const RowsLayout& layout) const {
        const QRectF right = correlationArea(canvas, layout);
        const QRectF& left = layout.plane.area;
        const double line = labelHeight(canvas);
        painter.setFont(canvas.font);
        painter.setPen(canvas.colors().text);
        drawLabel(painter, QRectF(left.left(), left.top() - line - 4, left.width(), line),
                  Qt::AlignLeft, tr("Importance"));
        drawLabel(painter, QRectF(right.left(), right.top() - line - 4, right.width(), line),
                  Qt::AlignHCenter, tr("Correlation"));
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const double value : {-1.0, 0.0, 1.0}) {
            const double x = right.center().x() + value * right.width() / 2;
            painter.setPen(
                QPen(value == 0 ? canvas.colors().dim : canvas.colors().line, canvas.line));
            painter.drawLine(QPointF(x, right.top()), QPointF(x, right.bottom()));
            painter.setPen(canvas.colors().dim);
            const QString text = value < 0    ? QStringLiteral("−1")
                                 : value == 0 ? QStringLiteral("0")
                                              : QStringLiteral("1");
            drawLabel(painter, QRectF(x - 15, right.bottom() + 6, 30, line), Qt::AlignHCenter,
                      text);
        }
    }

    void paintImportance(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                         std::size_t i) const {
        if (!m_told)
            return;
        const QRectF row = layout.row(i);
        const double share = std::max(0.0, m_params[i].importance.share);
        const double end = layout.x(rowsWanted(canvas).axis.place(share));
        const double inset = std::max(2.0, row.height() * 0.2);
        painter.setPen(Qt::NoPen);
        QColor color = canvas.colors().accent;
        if (m_importance.verdict == analysis::Verdict::Nothing)
            color = canvas.colors().scroller;
        painter.setBrush(color);
        painter.drawRect(
            QRectF(QPointF(row.left(), row.top() + inset), QPointF(end, row.bottom() - inset)));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(canvas.colors().dim);
        drawLabel(painter, QRectF(end + 5, row.top(), 40, row.height()),
                  Qt::AlignLeft | Qt::AlignVCenter,
                  tr("%1 %").arg(QString::number(share * 100, 'f', share < 0.1 ? 1 : 0)));
    }

    /// A category has no way up or down: its strength is drawn to both sides.
    void paintCorrelation(QPainter& painter, const Canvas& canvas, const RowsLayout& layout,
                          std::size_t i) const {
        const Param& param = m_params[i];
        const QRectF row = layout.row(i);
        const QRectF area = correlationArea(canvas, layout);
        const double middle = area.center().x();
        const double inset = std::max(2.0, row.height() * 0.2);
        const bool category = std::isnan(param.correlation);
        const double value = category ? param.eta : param.correlation;
        if (std::isnan(value))
            return;
        const double reach = value * area.width() / 2;
        QColor color = category ? canvas.colors().dim
                                : divergingColor(value < 0 ? -0.85 : 0.85, canvas.scheme);
        // What may be chance is pale.
        if (!(param.p < Doubtful))
            color.setAlphaF(0.35F);
        const QRectF bar = QRectF(QPointF(category ? middle - reach : middle, row.top() + inset),
                                  QPointF(middle + reach, row.bottom() - inset))
                               .normalized();
        painter.setPen(category ? QPen(color, 1.2 * canvas.line) : QPen(Qt::NoPen));
        painter.setBrush(category ? QBrush(Qt::NoBrush) : QBrush(color));
        painter.drawRect(bar);
        painter.setBrush(Qt::NoBrush);
    }

    [[nodiscard]] FigureHit hitFor(const Canvas& canvas, std::size_t i) const {
        const Param& param = m_params[i];
        const RowsLayout layout = rows(canvas);
        const QRectF row = layout.row(i);
        FigureHit hit{static_cast<int>(i),
                      {},
                      QPointF(row.left() + row.width() / 2, row.center().y()),
                      QColor(),
                      param.column.title,
                      {meaning(param)}};
        if (m_told)
            hit.lines << tr("%1 % of what the params tell about it")
                             .arg(QString::number(param.importance.share * 100, 'f', 1));
        const QString p = probability(param.p);
        const QString n = runCount(static_cast<qint64>(param.n));
        if (!std::isnan(param.correlation))
            hit.lines << (options().rank ? tr("Spearman %1, p %2, %3") : tr("Pearson %1, p %2, %3"))
                             .arg(compactNumber(param.correlation), p, n);
        else if (!std::isnan(param.eta))
            hit.lines << tr("η %1, p %2, %3").arg(compactNumber(param.eta), p, n);
        return hit;
    }

    FigureColumn m_target;
    std::vector<Param> m_params;
    analysis::Importance m_importance;
    std::size_t m_constant = 0;
    bool m_told = false;
};

}  // namespace

FigurePointer makeImportance(RunSetPointer runs, const FigureOptions& options,
                             std::stop_token stop) {
    return std::make_shared<const ImportanceFigure>(std::move(runs), options, stop);
}

}  // namespace podium::views
