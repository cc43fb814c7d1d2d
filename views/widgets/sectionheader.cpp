// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/sectionheader.h"

#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace podium::views {

SectionHeader::SectionHeader(const QString& text, QWidget* parent)
    : QWidget(parent), m_label(new ElidedLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, metrics::Gap, 6, metrics::Unit);
    layout->setSpacing(metrics::Unit);
    layout->addWidget(m_label, 1);
    m_label->setDim(true);
    m_label->setFont(sectionFont(font()));
    setMinimumHeight(32);
    setText(text);
}

void SectionHeader::setText(const QString& text) {
    m_label->setText(QLocale().toUpper(text));
    m_label->setAccessibleName(text);
    setAccessibleName(text);
}

void SectionHeader::addWidget(QWidget* widget) {
    layout()->addWidget(widget);
}

void SectionHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange)
        m_label->setFont(sectionFont(font()));
    QWidget::changeEvent(event);
}

}  // namespace podium::views
