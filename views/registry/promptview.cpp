// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/registry/promptview.h"

#include "artifacts/textdiff.h"
#include "views/artifacts/diffviews.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using items::PromptText;
using session::ModelEntry;

namespace {

/// MLflow's longest prompt is compared at once, whole lines of it.
constexpr artifacts::DiffBounds Bounds{50'000, 100'000, 500};

}  // namespace

PromptView::PromptView(QWidget* parent)
    : QWidget(parent),
      m_others(new QComboBox(this)),
      m_variables(new ElidedLabel(this)),
      m_note(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("promptView"));
    m_others->setObjectName(QStringLiteral("promptOther"));
    m_others->setAccessibleName(tr("Compare the text with"));
    m_variables->setObjectName(QStringLiteral("promptVariables"));
    m_variables->setDim(true);
    m_note->setObjectName(QStringLiteral("promptNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(metrics::Group, 0, metrics::Group, metrics::Gap);
    m_text->setObjectName(QStringLiteral("promptText"));
    m_text->setAccessibleName(tr("Text of the prompt"));
    m_text->setReadOnly(true);
    m_text->document()->setDocumentMargin(metrics::Group);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(monoFont(font()));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_stack->addWidget(m_text);
    auto* label = new QLabel(tr("Compare &with"), this);
    label->setBuddy(m_others);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::Group, metrics::Gap, metrics::Group, metrics::Gap);
    bar->setSpacing(metrics::Gap);
    bar->addWidget(label);
    bar->addWidget(m_others);
    bar->addSpacing(metrics::Gap);
    bar->addWidget(m_variables, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_stack, 1);
    connect(m_others, &QComboBox::currentIndexChanged, this, [this] {
        m_alone = m_others->currentData().toLongLong() == 0;
        showVersion();
    });
}

void PromptView::setVersion(const Entry& entry, std::int64_t version) {
    const bool same = entry && m_entry && m_version == version &&
                      m_entry->sourceNo == entry->sourceNo &&
                      m_entry->model.name == entry->model.name;
    const std::int64_t chosen = same ? m_others->currentData().toLongLong() : 0;
    m_entry = entry && entry->model.isPrompt() ? entry : nullptr;
    m_version = version;
    fillOthers(chosen);
    showVersion();
}

/// `wanted`: the version to choose, 0 for the one before.
void PromptView::fillOthers(std::int64_t wanted) {
    const QSignalBlocker quiet(m_others);
    m_others->clear();
    m_others->addItem(tr("nothing"), QVariant::fromValue<qlonglong>(0));
    std::int64_t before = 0;
    if (m_entry) {
        for (const ModelEntry::Version& one : m_entry->versions) {
            const std::int64_t number = one.version.version;
            if (number == m_version)
                continue;
            m_others->addItem(tr("version %1").arg(number), QVariant::fromValue<qlonglong>(number));
            if (number < m_version)
                before = std::max(before, number);
        }
    }
    int index = m_others->findData(QVariant::fromValue<qlonglong>(wanted));
    if (index <= 0)
        index = m_others->findData(QVariant::fromValue<qlonglong>(before));
    m_others->setCurrentIndex(m_alone ? 0 : std::max(index, 0));
    m_others->setEnabled(m_others->count() > 1);
}

PromptView::Side PromptView::side(std::int64_t version) const {
    if (m_entry) {
        for (const ModelEntry::Version& one : m_entry->versions) {
            if (one.version.version == version)
                return {tr("Version %1").arg(version), items::promptText(one.version)};
        }
    }
    return {};
}

void PromptView::showVersion() {
    const Side here = side(m_version);
    QStringList names;
    for (const QString& name : here.prompt.variables)
        names.append(QStringLiteral("{{%1}}").arg(name));
    m_variables->setText(names.isEmpty() ? tr("No variables")
                                         : tr("Variables: %1").arg(names.join(QLatin1Char(' '))));
    const std::int64_t other = m_others->currentData().toLongLong();
    if (other == 0)
        showText(here);
    else
        showDifference(side(other), here);
    const PromptText::Kind kind = here.prompt.kind;
    if (kind == PromptText::Kind::None)
        m_note->setText(tr("This version has no text."));
    else if (kind == PromptText::Kind::BrokenChat)
        m_note->setText(tr("The messages of this chat can't be read: they are shown as they are."));
    else if (other != 0 && m_left.prompt.text == here.prompt.text)
        m_note->setText(tr("The texts are the same."));
    else
        m_note->clear();
    m_note->setVisible(!m_note->text().isEmpty());
}

void PromptView::showText(const Side& side) {
    // The same text keeps its place.
    if (m_text->toPlainText() != side.prompt.text)
        m_text->setPlainText(side.prompt.text);
    m_stack->setCurrentWidget(m_text);
}

void PromptView::showDifference(const Side& left, const Side& right) {
    if (m_difference == nullptr || left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        const auto difference = std::make_shared<const artifacts::TextDiff>(artifacts::diffTexts(
            left.prompt.text.toStdString(), right.prompt.text.toStdString(), Bounds));
        delete m_difference;
        m_difference = new TextDiffView(difference, left.title, right.title, this);
        m_stack->addWidget(m_difference);
    }
    m_stack->setCurrentWidget(m_difference);
}

}  // namespace podium::views
