// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/dockpanel.h"

#include "views/theme/theme.h"
#include "views/widgets/sectionheader.h"

#include <QCloseEvent>
#include <QPainter>
#include <QToolButton>

namespace podium::views {

namespace {

QToolButton* headButton(const QString& name, const QString& iconName, const QString& words,
                        QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(dimIcon(iconName));
    button->setIconSize(QSize(14, 14));
    button->setFixedSize(22, 22);
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

}  // namespace

DockPanel::DockPanel(const QString& name, const QString& title, QWidget* parent)
    : QDockWidget(parent) {
    setObjectName(name);
    auto* head = new SectionHeader(title, this);
    auto* tear = headButton(name + QStringLiteral("Float"), QStringLiteral("external-link"),
                            tr("Tear off or put back"), head);
    auto* close = headButton(name + QStringLiteral("Close"), QStringLiteral("x"), tr("Hide"), head);
    head->addWidget(tear);
    head->addWidget(close);
    setTitleBarWidget(head);
    setTitle(title);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    connect(tear, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(close, &QToolButton::clicked, this, &DockPanel::closeRequested);
}

void DockPanel::setTitle(const QString& title) {
    setWindowTitle(title);
    setAccessibleName(title);
    if (auto* head = qobject_cast<SectionHeader*>(titleBarWidget()))
        head->setText(title);
}

void DockPanel::closeEvent(QCloseEvent* event) {
    event->ignore();
    Q_EMIT closeRequested();
}

void DockPanel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colors& c = colors(palette());
    painter.fillRect(rect(), c.panel);
}

}  // namespace podium::views
