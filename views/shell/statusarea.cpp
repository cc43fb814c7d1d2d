// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/statusarea.h"

#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/widgets/taskswidget.h"

#include <QLabel>
#include <QPainter>
#include <QStatusBar>
#include <QToolButton>

namespace podium::views {

namespace {

/// Dim words with a fine line before them.
class StatusLabel : public QLabel {
public:
    explicit StatusLabel(bool lined, QWidget* parent) : QLabel(parent), m_lined(lined) {
        setTextFormat(Qt::PlainText);
        setContentsMargins(lined ? 12 : 4, 0, 4, 0);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        const Colors& c = colors(palette());
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        if (m_lined)
            painter.fillRect(QRect(mirrored ? width() - 1 : 0, (height() - 16) / 2, 1, 16), c.line);
        painter.setPen(c.dim);
        const auto left = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        painter.drawText(contentsRect(), static_cast<int>(left | Qt::AlignVCenter),
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }

private:
    bool m_lined;
};

}  // namespace

StatusArea::StatusArea(QStatusBar* bar) : QObject(bar), m_tasks(new TasksWidget(bar)) {
    bar->setObjectName(QStringLiteral("statusBar"));
    bar->setSizeGripEnabled(false);
    bar->setContentsMargins(10, 1, 10, 0);
    bar->setMinimumHeight(28);
    bar->setFont(smallFont(bar->font()));
    bar->addWidget(m_tasks);
    m_outbox = new QToolButton(bar);
    m_outbox->setObjectName(QStringLiteral("statusOutbox"));
    m_outbox->setAutoRaise(true);
    m_outbox->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_outbox->setIconSize({14, 14});
    m_outbox->setToolTip(tr("Show what was changed here and has not arrived in its store"));
    m_outbox->setAccessibleName(tr("Outbox"));
    m_outbox->hide();
    bar->addWidget(m_outbox);
    connect(m_outbox, &QToolButton::clicked, this, &StatusArea::outboxRequested);
    m_notice = addPart(bar, QStringLiteral("statusNotice"), false);
    m_charts = addPart(bar, QStringLiteral("statusCharts"), false);
    m_selection = addPart(bar, QStringLiteral("statusSelection"), false);
    m_sync = addPart(bar, QStringLiteral("statusSync"), true);
}

void StatusArea::setChartsText(const QString& text) {
    setPart(m_charts, text);
}
void StatusArea::setSelectionText(const QString& text) {
    setPart(m_selection, text);
}
void StatusArea::setNoticeText(const QString& text) {
    setPart(m_notice, text);
}
void StatusArea::setSyncText(const QString& text) {
    setPart(m_sync, text);
}

void StatusArea::setOutbox(const QString& text, const QString& iconName) {
    m_outbox->setText(text);
    m_outbox->setAccessibleName(text.isEmpty() ? tr("Outbox") : text);
    m_outbox->setIcon(icon(iconName));
    m_outbox->setVisible(!text.isEmpty());
}

QLabel* StatusArea::addPart(QStatusBar* bar, const QString& name, bool permanent) {
    auto* label = new StatusLabel(!permanent, bar);
    label->setObjectName(name);
    if (permanent)
        bar->addPermanentWidget(label);
    else
        bar->addWidget(label);
    label->hide();
    return label;
}

void StatusArea::setPart(QLabel* label, const QString& text) {
    label->setText(text);
    label->setAccessibleName(text);
    label->setVisible(!text.isEmpty());
}

}  // namespace podium::views
