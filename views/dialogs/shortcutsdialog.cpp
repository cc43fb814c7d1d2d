// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/shortcutsdialog.h"

#include "views/theme/theme.h"
#include "views/widgets/keyvaluetable.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace podium::views {

ShortcutsDialog::ShortcutsDialog(const QVector<ShortcutLine>& lines, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    QVector<KeyValueGroup> groups;
    for (const ShortcutLine& line : lines) {
        if (groups.isEmpty() || groups.constLast().title != line.group)
            groups.append({line.group, {}});
        groups.last().rows.append({line.action, {line.keys}, {}, {}, KeyValueRow::Tone::Plain});
    }
    auto* filter = new QLineEdit(this);
    filter->setObjectName(QStringLiteral("shortcutsFilter"));
    filter->setPlaceholderText(tr("Search actions and keys"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    auto* table = new KeyValueTable(this);
    table->setObjectName(QStringLiteral("shortcutsTable"));
    table->setAccessibleName(windowTitle());
    table->setGroups(groups);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(metrics::Gap);
    layout->addWidget(filter);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(520, 620);
    connect(filter, &QLineEdit::textChanged, table, &KeyValueTable::setFilter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace podium::views
