// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/decisiondialog.h"

#include "items/board.h"
#include "items/cell.h"
#include "views/text/decisionwords.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using session::Change;
using session::ModelEntry;
using session::Place;
using session::PlaceKind;

namespace {

enum What { AskStage, AskAlias };

/// MLflow archives what is in these two, and refuses the flag for others.
bool canArchive(const QString& stage) {
    return stage == QLatin1String("Staging") || stage == QLatin1String("Production");
}

QString stageWords(const stores::Held& stage) {
    return stageText(stage.value_or("None"));
}

void colour(QLabel* label, const QColor& color) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

}  // namespace

const ModelEntry::Version* VersionSubject::find() const {
    if (!entry)
        return nullptr;
    const auto found = std::ranges::find_if(
        entry->versions, [this](const auto& one) { return one.version.version == version; });
    return found != entry->versions.end() ? &*found : nullptr;
}

QString versionNames(const std::vector<std::int64_t>& versions) {
    QStringList names;
    for (const std::int64_t version : versions)
        names.append(DecisionDialog::tr("version %1").arg(version));
    return names.join(QStringLiteral(", "));
}

QString aliasFault(const QString& alias) {
    static const QRegularExpression Allowed(QStringLiteral("^[\\w\\-]+$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression Number(QStringLiteral("^[vV]\\d+$"));
    constexpr qsizetype Longest = 255;
    if (alias.size() > Longest)
        return DecisionDialog::tr("An alias has at most %1 characters.").arg(Longest);
    if (!Allowed.match(alias).hasMatch())
        return DecisionDialog::tr(
            "MLflow takes letters, digits, _ and - in an alias, nothing else.");
    if (alias.compare(QLatin1String("latest"), Qt::CaseInsensitive) == 0)
        return DecisionDialog::tr("MLflow keeps “latest” for the newest version.");
    if (Number.match(alias).hasMatch())
        return DecisionDialog::tr("MLflow takes “%1” for the number of a version.").arg(alias);
    return {};
}

QStringList changeLines(const std::vector<Change>& changes) {
    QStringList lines;
    for (const Change& change : changes) {
        const Place& place = change.place;
        if (place.kind == PlaceKind::VersionStage) {
            lines.append(DecisionDialog::tr("version %1: stage %2 → %3")
                             .arg(place.version)
                             .arg(stageWords(change.basis), stageWords(change.wanted)));
            for (const std::int64_t other : change.archived) {
                if (change.archiveExisting && other != place.version)
                    lines.append(DecisionDialog::tr("version %1: stage %2 → %3")
                                     .arg(other)
                                     .arg(stageWords(change.wanted), stageText("Archived")));
            }
        } else if (place.kind == PlaceKind::ModelAlias) {
            const auto named = [](const stores::Held& version) {
                return version ? DecisionDialog::tr("version %1").arg(oneLine(*version, 20))
                               : DecisionDialog::tr("none", "the alias is not there");
            };
            lines.append(
                DecisionDialog::tr("alias @%1: %2 → %3")
                    .arg(oneLine(place.key, 100), named(change.basis), named(change.wanted)));
        } else {
            lines.append(DecisionDialog::tr("%1: %2 → %3", "what: before → after")
                             .arg(decisionSubject(place), decisionValue(change.basis).left(120),
                                  decisionValue(change.wanted).left(120)));
        }
    }
    return lines;
}

QStringList writeLines(const std::vector<Change>& changes, const StoreWords& store) {
    constexpr qsizetype Longest = 240;
    QStringList lines;
    for (const Change& change : changes) {
        for (const QString& line :
             previewText(session::changePreview(change, store.kind, store.location)))
            lines.append(line.size() > Longest ? QString(line.left(Longest) + QChar(0x2026))
                                               : line);
    }
    return lines;
}

DecisionDialog::DecisionDialog(Kind kind, VersionSubject subject, QWidget* parent)
    : QDialog(parent),
      m_kind(kind),
      m_subject(std::move(subject)),
      m_stage(new QComboBox(this)),
      m_alias(new QComboBox(this)),
      m_stageLabel(new QLabel(tr("&Stage"), this)),
      m_aliasLabel(new QLabel(tr("A&lias"), this)),
      m_archive(new QCheckBox(this)),
      m_comment(new QLineEdit(this)),
      m_preview(new QLabel(this)),
      m_note(new QLabel(this)),
      m_store(new QLabel(this)) {
    setObjectName(QStringLiteral("decisionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString name = oneLine(m_subject.entry->model.name, 60);
    setWindowTitle(kind == Kind::Stage   ? tr("Move version %1 to a stage").arg(m_subject.version)
                   : kind == Kind::Alias ? tr("Set an alias of version %1").arg(m_subject.version)
                                         : tr("Ask for version %1").arg(m_subject.version));
    setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(metrics::Gap + metrics::Unit);
    auto* head = new QLabel(tr("%1 · version %2").arg(name).arg(m_subject.version), this);
    head->setTextFormat(Qt::PlainText);
    head->setFont(titleFont(font()));
    layout->addWidget(head);
    makeFields(layout);
    makeFoot(layout);
    resize(520, sizeHint().height());
    check();
}

void DecisionDialog::makeFields(QVBoxLayout* layout) {
    m_stage->setObjectName(QStringLiteral("decisionStage"));
    m_stage->setAccessibleName(tr("Stage"));
    for (const std::string& stage : items::registryStages())
        m_stage->addItem(stageText(stage), items::toQString(stage));
    m_alias->setObjectName(QStringLiteral("decisionAlias"));
    m_alias->setAccessibleName(tr("Alias"));
    m_alias->setEditable(true);
    m_alias->setInsertPolicy(QComboBox::NoInsert);
    for (const domain::Alias& alias : m_subject.entry->model.aliases)
        m_alias->addItem(items::toQString(alias.alias));
    m_alias->setCurrentText({});
    m_alias->lineEdit()->setPlaceholderText(tr("such as champion"));
    m_archive->setObjectName(QStringLiteral("decisionArchive"));
    m_comment->setObjectName(QStringLiteral("decisionComment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(m_kind == Kind::Ask ? tr("Why, for those who decide")
                                                      : tr("Why; Databricks keeps it"));
    m_stageLabel->setBuddy(m_stage);
    m_aliasLabel->setBuddy(m_alias);
    auto* form = new QFormLayout;
    form->setSpacing(metrics::Gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    if (m_kind == Kind::Ask) {
        m_what = new QComboBox(this);
        m_what->setObjectName(QStringLiteral("decisionWhat"));
        m_what->setAccessibleName(tr("What to ask for"));
        m_what->addItem(tr("to be moved to a stage"));
        m_what->addItem(tr("to get an alias"));
        if (m_subject.entry->model.isPrompt()) {
            m_what->setCurrentIndex(AskAlias);  // prompts have no stages
            m_what->setEnabled(false);
        }
        form->addRow(tr("As&k"), m_what);
        connect(m_what, &QComboBox::currentIndexChanged, this, &DecisionDialog::check);
    }
    form->addRow(m_stageLabel, m_stage);
    form->addRow(m_aliasLabel, m_alias);
    form->addRow(QString(), m_archive);
    form->addRow(tr("&Comment"), m_comment);
    for (int row = 0; row < form->rowCount(); ++row) {
        if (QLayoutItem* item = form->itemAt(row, QFormLayout::LabelRole))
            item->widget()->setMinimumHeight(metrics::Control);
    }
    layout->addLayout(form);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &DecisionDialog::check);
    connect(m_alias, &QComboBox::currentTextChanged, this, &DecisionDialog::check);
    connect(m_archive, &QCheckBox::toggled, this, &DecisionDialog::check);
    connect(m_comment, &QLineEdit::textChanged, this, &DecisionDialog::check);
}

void DecisionDialog::makeFoot(QVBoxLayout* layout) {
    auto* card = new Card(m_kind == Kind::Ask ? tr("What is asked for, and where")
                                              : tr("What will be written, and where"),
                          this);
    m_preview->setObjectName(QStringLiteral("decisionPreview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setFont(monoFont(font()));
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_preview->setContentsMargins(12, metrics::Unit, 12, 10);
    card->body()->addWidget(m_preview);
    m_note->setObjectName(QStringLiteral("decisionNote"));
    m_store->setObjectName(QStringLiteral("decisionStore"));
    for (QLabel* label : {m_note, m_store}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_store->setText(m_subject.store.note);
    m_store->setVisible(!m_subject.store.note.isEmpty());
    colour(m_store, m_subject.store.warns ? colors(palette()).warn : colors(palette()).dim);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ok = buttons->addButton(m_kind == Kind::Stage   ? tr("&Move")
                              : m_kind == Kind::Alias ? tr("&Set Alias")
                                                      : tr("&Ask"),
                              QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("decisionOk"));
    m_ok->setDefault(true);
    setPrimary(m_ok);
    layout->addWidget(card);
    layout->addWidget(m_note);
    layout->addWidget(m_store);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &DecisionDialog::accept);
}

void DecisionDialog::setComment(const QString& comment) {
    m_comment->setText(comment);
}

void DecisionDialog::setStage(const QString& stage) {
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(stage)));
}

void DecisionDialog::setAlias(const QString& alias) {
    m_alias->setCurrentText(alias);
}

QString DecisionDialog::stage() const {
    const bool isStage =
        m_kind == Kind::Stage || (m_kind == Kind::Ask && m_what->currentIndex() == AskStage);
    return isStage ? m_stage->currentData().toString() : QString();
}

QString DecisionDialog::alias() const {
    return stage().isEmpty() ? m_alias->currentText().trimmed() : QString();
}

std::vector<std::int64_t> DecisionDialog::othersIn(const std::string& stage) const {
    std::vector<std::int64_t> others;
    for (const ModelEntry::Version& one : m_subject.entry->versions) {
        if (one.version.stage == stage && one.version.version != m_subject.version)
            others.push_back(one.version.version);
    }
    std::ranges::sort(others);
    return others;
}

std::vector<Change> DecisionDialog::made() const {
    const ModelEntry::Version* version = m_subject.find();
    if (version == nullptr)
        return {};
    const std::string& name = m_subject.entry->model.name;
    Change change;
    if (!stage().isEmpty()) {
        const std::string wanted = stage().toStdString();
        change.place = {PlaceKind::VersionStage, name, {}, {}, m_subject.version};
        change.wanted = wanted;
        change.basis = version->version.stage.empty() ? "None" : version->version.stage;
        change.comment = m_comment->text().trimmed().toStdString();
        change.archiveExisting = m_archive->isVisibleTo(this) && m_archive->isChecked();
        if (change.archiveExisting)
            change.archived = othersIn(wanted);
    } else {
        const std::string wanted = alias().toStdString();
        change.place = {PlaceKind::ModelAlias, name, wanted, {}, 0};
        change.wanted = std::to_string(m_subject.version);
        for (const domain::Alias& one : m_subject.entry->model.aliases) {
            if (one.alias == wanted)
                change.basis = std::to_string(one.version);
        }
    }
    return {change};
}

QString DecisionDialog::fault() const {
    if (m_changes.empty())
        return tr("This version is gone.");
    if (stage().isEmpty())
        return alias().isEmpty() ? QString() : aliasFault(alias());
    return {};
}

void DecisionDialog::check() {
    const bool byStage = !stage().isEmpty();
    m_stage->setVisible(byStage);
    m_stageLabel->setVisible(byStage);
    m_alias->setVisible(!byStage);
    m_aliasLabel->setVisible(!byStage);
    const std::vector<std::int64_t> others = othersIn(stage().toStdString());
    m_archive->setVisible(byStage && canArchive(stage()) && !others.empty());
    m_archive->setText(tr("Archi&ve what is there: %1").arg(versionNames(others)));
    m_changes = made();
    const QString wrong = fault();
    const bool nothing = !m_changes.empty() && m_changes.front().wanted == m_changes.front().basis;
    const bool ready = wrong.isEmpty() && !nothing && (byStage || !alias().isEmpty());
    m_ok->setEnabled(ready);
    m_note->setText(nothing && wrong.isEmpty() ? tr("It is so already.") : wrong);
    m_note->setVisible(!m_note->text().isEmpty());
    colour(m_note, wrong.isEmpty() ? colors(palette()).dim : colors(palette()).bad);
    QStringList lines = {
        tr("%1 · %2", "store · model")
            .arg(m_subject.store.title, oneLine(m_subject.entry->model.name, 100))};
    if (ready)
        lines += changeLines(m_changes);
    if (ready && m_kind != Kind::Ask)
        lines += writeLines(m_changes, m_subject.store);
    m_preview->setText(lines.join(QLatin1Char('\n')));
    m_preview->setAccessibleName(m_preview->text());
    grow();
}

/// With what it says; it does not shrink under the pointer.
void DecisionDialog::grow() {
    if (!isVisible())
        return;
    layout()->activate();
    m_preview->setMinimumHeight(m_preview->heightForWidth(m_preview->width()));
    layout()->activate();
    if (const int wanted = layout()->totalMinimumSize().height(); wanted > height())
        resize(width(), wanted);
}

void DecisionDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    grow();
}

void DecisionDialog::accept() {
    if (!m_ok->isEnabled())
        return;
    if (m_kind == Kind::Ask)
        Q_EMIT asked(stage(), alias(), m_changes.front().archiveExisting,
                     m_comment->text().trimmed());
    else
        Q_EMIT decided(stage().isEmpty() ? tr("alias @%1").arg(alias())
                                         : tr("stage of version %1").arg(m_subject.version),
                       m_changes);
    QDialog::accept();
}

void DecisionDialog::keyPressEvent(QKeyEvent* event) {
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && (event->modifiers() & Qt::ControlModifier) != 0)
        accept();
    else
        QDialog::keyPressEvent(event);
}

}  // namespace podium::views
