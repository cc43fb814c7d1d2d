// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/metricpicker.h"

#include "views/theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

namespace podium::views {

namespace {

constexpr int PickerWidth = 300;
constexpr int PickerHeight = 320;

}  // namespace

MetricPicker::MetricPicker(QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_edit(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_names(new QStringListModel(this)),
      m_filtered(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("metricPicker"));
    setAccessibleName(tr("Add a chart"));
    setFrameShape(QFrame::StyledPanel);
    m_edit->setObjectName(QStringLiteral("metricPickerSearch"));
    m_edit->setAccessibleName(tr("Search metrics"));
    m_edit->setPlaceholderText(tr("Search metrics"));
    m_edit->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("metricPickerList"));
    m_list->setAccessibleName(tr("Metrics"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFrameShape(QFrame::NoFrame);
    m_filtered->setSourceModel(m_names);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::Gap, metrics::Gap, metrics::Gap, metrics::Gap);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    m_edit->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &MetricPicker::filter);
    connect(m_list, &QListView::clicked, this, &MetricPicker::pick);
}

void MetricPicker::setWhat(const QString& name, const QString& search) {
    setAccessibleName(name);
    m_edit->setAccessibleName(search);
    m_edit->setPlaceholderText(search);
    m_list->setAccessibleName(name);
}

void MetricPicker::open(const QStringList& metrics, QWidget* anchor) {
    m_names->setStringList(metrics);
    m_edit->clear();
    filter(QString());
    resize(PickerWidth, PickerHeight);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height()));
    if (const QScreen* screen = anchor->screen()) {
        const QRect all = screen->availableGeometry();
        at.setX(std::clamp(at.x(), all.left(), std::max(all.left(), all.right() - width())));
        at.setY(std::clamp(at.y(), all.top(), std::max(all.top(), all.bottom() - height())));
    }
    move(at);
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

QStringList MetricPicker::shown() const {
    QStringList names;
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        names << m_filtered->index(row, 0).data().toString();
    return names;
}

void MetricPicker::filter(const QString& text) {
    QString pattern;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words)
        pattern += QLatin1String("(?=.*") + QRegularExpression::escape(word) + QLatin1Char(')');
    m_filtered->setFilterRegularExpression(
        QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    m_list->setCurrentIndex(m_filtered->index(0, 0));
}

void MetricPicker::pick(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const QString metric = index.data().toString();
    hide();
    Q_EMIT picked(metric);
}

bool MetricPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            pick(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            hide();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (watched == m_edit) {
                QApplication::sendEvent(m_list, event);
                return true;
            }
            break;
        default:
            break;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace podium::views
