// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/diffviews.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QAbstractTableModel>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSlider>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace podium::views {

using artifacts::DiffMark;
using artifacts::DiffRow;
using artifacts::TextDiff;

namespace {

constexpr int FlickerMilliseconds = 600;

class DiffModel : public QAbstractTableModel {
public:
    DiffModel(std::shared_ptr<const TextDiff> diff, QStringList titles, QObject* parent)
        : QAbstractTableModel(parent), m_diff(std::move(diff)), m_titles(std::move(titles)) {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_diff->rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : 4;
    }
    [[nodiscard]] const DiffRow& row(int index) const {
        return m_diff->rows[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const DiffRow& row = this->row(index.row());
        const bool left = index.column() < 2;
        if (role == Qt::DisplayRole && index.column() % 2 == 0) {
            const std::int64_t number = left ? row.leftNumber : row.rightNumber;
            return number == 0 ? QString() : QString::number(number);
        }
        if (role == Qt::DisplayRole)
            return QString::fromStdString(left ? row.left : row.right);
        if (role == Qt::AccessibleTextRole)
            return QString(said(row) + QStringLiteral(": ") +
                           QString::fromStdString(left ? row.left : row.right));
        if (role == Qt::TextAlignmentRole && index.column() % 2 == 0)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
            return section % 2 == 0 ? QString() : m_titles.value(section / 2);
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        return {};
    }

private:
    static QString said(const DiffRow& row) {
        switch (row.kind) {
            case DiffRow::Kind::Same:
                return TextDiffView::tr("same");
            case DiffRow::Kind::Changed:
                return TextDiffView::tr("changed");
            case DiffRow::Kind::OnlyLeft:
                return TextDiffView::tr("removed");
            case DiffRow::Kind::OnlyRight:
                break;
        }
        return TextDiffView::tr("added");
    }

    std::shared_ptr<const TextDiff> m_diff;
    QStringList m_titles;
};

class DiffDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto* model = static_cast<const DiffModel*>(index.model());
        const DiffRow& row = model->row(index.row());
        const bool left = index.column() < 2;
        const Colors& theme = colors(option.palette);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QColor base = chosen ? theme.selection : option.palette.color(QPalette::Base);
        const QColor mark = left ? theme.bad : theme.ok;
        const bool empty = (left ? row.leftNumber : row.rightNumber) == 0;
        QColor ground = base;
        if (empty)
            ground = blend(base, theme.line, 0.25);
        else if (row.kind != DiffRow::Kind::Same)
            ground = blend(base, mark, 0.12);
        painter->fillRect(option.rect, ground);
        if (index.column() % 2 == 0) {
            painter->setPen(theme.dim);
            painter->setFont(option.font);
            const QString sign = empty || row.kind == DiffRow::Kind::Same ? QString()
                                 : left                                   ? QStringLiteral("−")
                                                                          : QStringLiteral("+");
            painter->drawText(option.rect.adjusted(2, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              sign);
            painter->drawText(option.rect.adjusted(2, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter,
                              index.data().toString());
            return;
        }
        drawText(*painter, option, left ? row.left : row.right,
                 left ? row.leftMarks : row.rightMarks, blend(ground, mark, 0.4));
    }

private:
    static void drawText(QPainter& painter, const QStyleOptionViewItem& option,
                         const std::string& text, const std::vector<DiffMark>& marks,
                         const QColor& ground) {
        constexpr std::size_t Drawn = 2000;  // bytes; what is beyond is out of sight
        const std::string shown = text.substr(0, Drawn);
        QTextLayout layout(QString::fromStdString(shown), option.font);
        QTextOption direction;
        direction.setTextDirection(Qt::LeftToRight);
        direction.setTabStopDistance(option.fontMetrics.horizontalAdvance(u' ') * 4);
        layout.setTextOption(direction);
        QList<QTextLayout::FormatRange> ranges;
        const auto units = [&](std::size_t bytes) {
            return static_cast<int>(QString::fromStdString(shown.substr(0, bytes)).size());
        };
        for (const auto& [begin, length] : marks) {
            QTextLayout::FormatRange range;
            range.start = units(begin);
            range.length = units(begin + length) - range.start;
            range.format.setBackground(ground);
            if (range.length > 0)
                ranges.append(range);
        }
        layout.setFormats(ranges);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(std::numeric_limits<int>::max() / 512);
        layout.endLayout();
        painter.save();
        painter.setClipRect(option.rect);
        painter.setPen(option.palette.color(QPalette::Text));
        const double down = (option.rect.height() - line.height()) / 2;
        layout.draw(&painter, QPointF(option.rect.left() + 4, option.rect.top() + down));
        painter.restore();
    }
};

}  // namespace

QImage differenceOf(const QImage& left, const QImage& right, const QColor& colour) {
    const QSize whole = left.size().expandedTo(right.size());
    const QImage a = left.convertToFormat(QImage::Format_ARGB32);
    const QImage b = right.convertToFormat(QImage::Format_ARGB32);
    QImage difference(whole, QImage::Format_ARGB32);
    if (difference.isNull())
        return {};
    bool any = false;
    for (int y = 0; y < whole.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(difference.scanLine(y));
        const bool inside = y < a.height() && y < b.height();
        const auto* one = inside ? reinterpret_cast<const QRgb*>(a.constScanLine(y)) : nullptr;
        const auto* other = inside ? reinterpret_cast<const QRgb*>(b.constScanLine(y)) : nullptr;
        for (int x = 0; x < whole.width(); ++x) {
            int apart = 255;
            if (inside && x < a.width() && x < b.width())
                apart = std::max({std::abs(qRed(one[x]) - qRed(other[x])),
                                  std::abs(qGreen(one[x]) - qGreen(other[x])),
                                  std::abs(qBlue(one[x]) - qBlue(other[x])),
                                  std::abs(qAlpha(one[x]) - qAlpha(other[x]))});
            any = any || apart > 0;
            // The faintest difference is to be seen, too.
            const int alpha = apart == 0 ? 0 : std::min(255, 60 + apart * 2);
            out[x] = qRgba(colour.red(), colour.green(), colour.blue(), alpha);
        }
    }
    return any ? difference : QImage();
}

TextDiffView::TextDiffView(std::shared_ptr<const TextDiff> diff, const QString& left,
                           const QString& right, QWidget* parent)
    : QWidget(parent), m_diff(std::move(diff)), m_view(new QTableView(this)) {
    m_view->setObjectName(QStringLiteral("textDiff"));
    m_view->setAccessibleName(tr("Texts side by side"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFont(monoFont(font()));
    m_view->setModel(new DiffModel(m_diff, {left, right}, m_view));
    m_view->setItemDelegate(new DiffDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().lineSpacing() + 4);
    QHeaderView* header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    const int digits = m_view->fontMetrics().horizontalAdvance(u'0') *
                       (3 + static_cast<int>(QString::number(m_diff->rows.size()).size()));
    for (const int column : {0, 2}) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, digits);
        header->setSectionResizeMode(column + 1, QHeaderView::Stretch);
    }
    m_view->setCurrentIndex(m_view->model()->index(0, 1));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_view);
    setFocusProxy(m_view);
    if (!m_diff->rows.empty() && m_diff->rows.front().kind == DiffRow::Kind::Same)
        next(false);
}

void TextDiffView::next(bool backward) {
    const auto count = static_cast<int>(m_diff->rows.size());
    const auto differs = [&](int row) {
        return m_diff->rows[static_cast<std::size_t>(row)].kind != DiffRow::Kind::Same;
    };
    const int step = backward ? -1 : 1;
    int row = m_view->currentIndex().row();
    while (row >= 0 && row < count && differs(row))
        row += step;
    while (row >= 0 && row < count && !differs(row))
        row += step;
    if (row < 0 || row >= count)
        return;
    m_view->setCurrentIndex(m_view->model()->index(row, 1));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
}

PictureDiffView::PictureDiffView(QImage left, QImage right, QImage difference,
                                 const QString& leftTitle, const QString& rightTitle,
                                 QWidget* parent)
    : QWidget(parent),
      m_left(std::move(left)),
      m_right(std::move(right)),
      m_difference(std::move(difference)),
      m_leftTitle(leftTitle),
      m_rightTitle(rightTitle),
      m_modes(new QComboBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_about(new QLabel(this)) {
    setObjectName(QStringLiteral("pictureDiff"));
    setAccessibleName(tr("Two pictures"));
    setMinimumSize(300, 200);
    m_modes->setObjectName(QStringLiteral("pictureDiffMode"));
    m_modes->setAccessibleName(tr("How the pictures are compared"));
    m_modes->addItems({tr("Side by side"), tr("Slider"), tr("In turns"), tr("Difference")});
    m_slider->setObjectName(QStringLiteral("pictureDiffSlider"));
    m_slider->setAccessibleName(tr("Where one picture ends and the other begins"));
    m_slider->setRange(0, 1000);
    m_slider->setValue(500);
    m_about->setObjectName(QStringLiteral("pictureDiffAbout"));
    const auto sizeText = [](const QImage& image) {
        return QStringLiteral("%1 × %2").arg(count(image.width()), count(image.height()));
    };
    m_about->setText(m_difference.isNull() ? tr("The pictures are the same.")
                     : m_left.size() == m_right.size()
                         ? sizeText(m_left)
                         : tr("%1 and %2").arg(sizeText(m_left), sizeText(m_right)));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    row->addWidget(m_modes);
    row->addWidget(m_slider, 1);
    row->addWidget(m_about);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addStretch(1);
    box->addLayout(row);
    connect(m_modes, &QComboBox::currentIndexChanged, this,
            [this](int index) { setMode(static_cast<Mode>(index)); });
    connect(m_slider, &QSlider::valueChanged, this, qOverload<>(&QWidget::update));
    setMode(Mode::Beside);
}

void PictureDiffView::setMode(Mode mode) {
    m_mode = mode;
    m_modes->setCurrentIndex(static_cast<int>(mode));
    m_slider->setEnabled(mode == Mode::Slider);
    if (m_timer != 0)
        killTimer(m_timer);
    m_timer = mode == Mode::Flicker ? startTimer(FlickerMilliseconds) : 0;
    update();
}

void PictureDiffView::timerEvent(QTimerEvent*) {
    m_showsRight = !m_showsRight;
    update();
}

QRect PictureDiffView::canvas() const {
    return {metrics::Group, metrics::Group, width() - 2 * metrics::Group,
            m_modes->y() - 2 * metrics::Group};
}

void PictureDiffView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect room = canvas();
    painter.fillRect(QRect(0, 0, width(), m_modes->y() - metrics::Gap), palette().base());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Colors& theme = colors(palette());
    const int titles = fontMetrics().height() + metrics::Unit;
    // All have one scale, so that they lie on each other.
    const QSize whole = m_left.size().expandedTo(m_right.size()).expandedTo(QSize(1, 1));
    const bool beside = m_mode == Mode::Beside;
    const QSize place(beside ? (room.width() - metrics::Group) / 2 : room.width(),
                      room.height() - titles);
    QSizeF fitted(whole);
    fitted.scale(place, Qt::KeepAspectRatio);
    const double scale = std::min(fitted.width() / whole.width(), 8.0);
    const auto draw = [&](const QImage& image, const QPointF& at) {
        painter.drawImage(QRectF(at, QSizeF(image.size()) * scale), image);
    };
    const auto title = [&](const QString& text, const QPointF& at) {
        painter.setPen(theme.dim);
        painter.drawText(QRectF(at.x(), at.y(), place.width(), titles),
                         Qt::AlignLeft | Qt::AlignTop, text);
    };
    const QPointF top(room.left(), room.top());
    const QPointF under(0, titles);
    switch (m_mode) {
        case Mode::Beside: {
            const QPointF second = top + QPointF(place.width() + metrics::Group, 0);
            title(m_leftTitle, top);
            title(m_rightTitle, second);
            draw(m_left, top + under);
            draw(m_right, second + under);
            break;
        }
        case Mode::Slider: {
            const double cut = whole.width() * scale * m_slider->value() / 1000.0;
            title(tr("%1 | %2").arg(m_leftTitle, m_rightTitle), top);
            draw(m_left, top + under);
            painter.setClipRect(
                QRectF(top.x() + cut, top.y() + titles, room.width(), room.height()));
            painter.fillRect(QRectF(top + under, QSizeF(whole) * scale), palette().base());
            draw(m_right, top + under);
            painter.setClipping(false);
            painter.setPen(QPen(theme.accent, 1));
            painter.drawLine(QPointF(top.x() + cut, top.y() + titles),
                             QPointF(top.x() + cut, top.y() + titles + whole.height() * scale));
            break;
        }
        case Mode::Flicker:
            title(m_showsRight ? m_rightTitle : m_leftTitle, top);
            draw(m_showsRight ? m_right : m_left, top + under);
            break;
        case Mode::Difference:
            title(m_difference.isNull() ? tr("no difference") : tr("what differs"), top);
            painter.setOpacity(0.25);
            draw(m_left, top + under);
            painter.setOpacity(1);
            if (!m_difference.isNull())
                draw(m_difference, top + under);
            break;
    }
}

}  // namespace podium::views
