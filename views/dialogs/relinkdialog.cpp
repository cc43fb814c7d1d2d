// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/relinkdialog.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using artifacts::RelinkRule;
using base::Result;
using session::RelinkSurvey;

RelinkDialog::RelinkDialog(const QString& source, jobs::JobEngine& engine, Surveyor surveyor,
                           std::vector<RelinkRule> rules, QWidget* parent)
    : QDialog(parent),
      m_surveyor(std::move(surveyor)),
      m_surveying(engine, this),
      m_state(new QLabel(this)),
      m_folder(new QLineEdit(this)),
      m_browse(new QPushButton(tr("&Browse…"), this)),
      m_list(new QTreeWidget(this)),
      m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("relinkDialog"));
    setWindowTitle(tr("Find Moved Artifacts of %1").arg(source));
    resize(760, 420);
    for (QLabel* label : {m_state, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_state->setObjectName(QStringLiteral("relinkState"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(
        tr("Rules are kept in Podium's cache; the source is not changed. Links that lead "
           "out of the folder are not followed."));
    m_folder->setObjectName(QStringLiteral("relinkFolder"));
    m_folder->setAccessibleName(tr("Folder to look in"));
    m_folder->setPlaceholderText(tr("A folder that may have the artifacts"));
    m_browse->setObjectName(QStringLiteral("relinkBrowse"));
    m_list->setObjectName(QStringLiteral("relinkRules"));
    m_list->setAccessibleName(tr("Rules"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Recorded places that begin with"), tr("are now in"), tr("Found")});
    m_list->setColumnWidth(0, 290);
    m_list->setColumnWidth(1, 270);
    auto* label = new QLabel(tr("&Look in"), this);
    label->setBuddy(m_folder);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("&Use Ticked Rules"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(QStringLiteral("relinkTake"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    box->setSpacing(metrics::Gap);
    box->addWidget(m_state);
    box->addLayout(row);
    box->addWidget(m_list, 1);
    box->addWidget(m_note);
    box->addWidget(buttons);
    for (const RelinkRule& rule : rules)
        addRow(rule, tr("in use"), {}, true);
    connect(m_browse, &QPushButton::clicked, this, &RelinkDialog::browse);
    connect(m_folder, &QLineEdit::returnPressed, this, [this] { look(m_folder->text()); });
    connect(m_list, &QTreeWidget::itemChanged, this, &RelinkDialog::updateButtons);
    connect(m_take, &QPushButton::clicked, this, &RelinkDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_take->setDefault(false);
    m_take->setAutoDefault(false);  // Enter in the field looks
    m_browse->setAutoDefault(false);
    updateButtons();
    m_folder->setFocus();
    survey({});
}

void RelinkDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Where the artifacts may be"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &RelinkDialog::look);
    dialog->open();
}

void RelinkDialog::look(const QString& folder) {
    m_folder->setText(folder);
    if (!folder.isEmpty())
        survey(folder);
}

void RelinkDialog::survey(const QString& folder) {
    m_state->setText(folder.isEmpty() ? tr("Looking at the runs …")
                                      : tr("Looking in %1 …").arg(folder));
    m_surveying.start(
        [surveyor = m_surveyor,
         path = std::filesystem::path(QFile::encodeName(folder).toStdString())](
            std::stop_token stop,
            base::Progress& progress) -> Result<std::shared_ptr<RelinkSurvey>> {
            auto result = surveyor(path, progress, stop);
            if (!result.ok())
                return result.as<std::shared_ptr<RelinkSurvey>>();
            return std::make_shared<RelinkSurvey>(std::move(result).value());
        },
        [this, folder](Result<std::shared_ptr<RelinkSurvey>> result) {
            if (result.failed())
                m_state->setText(describe(result.error()));
            else
                showSurvey(*result.value(), folder);
        });
}

void RelinkDialog::showSurvey(const RelinkSurvey& survey, const QString& folder) {
    const QString now = tr("The artifacts of %1 of %2 are where they belong.")
                            .arg(count(static_cast<qint64>(survey.found)),
                                 runCount(static_cast<qint64>(survey.runs)));
    QString more;
    if (survey.missing == 0)
        more = tr("Nothing has to be found.");
    else if (folder.isEmpty())
        more = tr("%1 have none there: they logged nothing, or their files were moved. Choose a "
                  "folder "
                  "to look in.")
                   .arg(count(static_cast<qint64>(survey.missing)));
    else if (survey.proposals.empty())
        more = tr("None of the other %1 is in this folder.")
                   .arg(count(static_cast<qint64>(survey.missing)));
    else
        more = tr("Rules for the other %1:").arg(count(static_cast<qint64>(survey.missing)));
    m_state->setText(now + u' ' + more);
    bool first = true;
    for (const artifacts::RelinkProposal& one : survey.proposals) {
        if (std::find(m_rules.begin(), m_rules.end(), one.rule) == m_rules.end())
            addRow(
                one.rule,
                tr("%1 of %2 found")
                    .arg(count(static_cast<qint64>(one.found)), count(static_cast<qint64>(one.of))),
                QString::fromStdString(one.example), first);
        first = false;
    }
    updateButtons();
}

void RelinkDialog::addRow(const RelinkRule& rule, const QString& counts, const QString& example,
                          bool ticked) {
    const QString from = rule.from.empty() ? tr("(anything)") : oneLine(rule.from);
    auto* row = new QTreeWidgetItem({from, QFile::decodeName(rule.to.c_str()), counts});
    row->setToolTip(0, from);
    row->setToolTip(1, QFile::decodeName(rule.to.c_str()));
    row->setCheckState(0, ticked ? Qt::Checked : Qt::Unchecked);
    if (!example.isEmpty())
        row->setToolTip(1, tr("For example %1").arg(example));
    m_rules.push_back(rule);
    m_list->addTopLevelItem(row);
    if (!m_list->currentItem())
        m_list->setCurrentItem(row);
}

void RelinkDialog::updateButtons() {
    m_take->setEnabled(m_list->topLevelItemCount() > 0);
}

void RelinkDialog::take() {
    std::vector<RelinkRule> rules;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked)
            rules.push_back(m_rules[static_cast<std::size_t>(i)]);
    }
    Q_EMIT rulesTaken(rules);
    accept();
}

}  // namespace podium::views
