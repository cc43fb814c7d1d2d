// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/textpreview.h"

#include "artifacts/highlight.h"
#include "artifacts/open.h"
#include "views/artifacts/textview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

using base::Result;

TextPreview::TextPreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent), m_opening(engine, this), m_view(new TextView(engine, this)) {
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    makeSearchBar();
    box->addWidget(m_searchBar);
    box->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &TextView::shown, this, &Preview::shown);
    connect(m_view, &TextView::failed, this, &Preview::failed);
    connect(m_view, &TextView::grown, this, &TextPreview::tellFacts);
    connect(m_view, &TextView::searched, this, [this](bool found) {
        m_searchState->setText(found || m_searchField->text().isEmpty() ? QString()
                                                                        : tr("Not found"));
    });
    auto* open =
        new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(open, &QShortcut::activated, this, &TextPreview::openSearch);
}

void TextPreview::makeSearchBar() {
    m_searchBar = new QWidget(this);
    m_searchBar->setObjectName(QStringLiteral("textSearchBar"));
    m_searchBar->hide();
    auto* row = new QHBoxLayout(m_searchBar);
    row->setContentsMargins(metrics::Gap, metrics::Unit, metrics::Gap, metrics::Unit);
    row->setSpacing(metrics::Unit);
    m_searchField = new QLineEdit(m_searchBar);
    m_searchField->setObjectName(QStringLiteral("textSearchField"));
    m_searchField->setAccessibleName(tr("Search in this file"));
    m_searchField->setPlaceholderText(tr("Search in this file"));
    m_searchField->installEventFilter(this);
    m_searchState = new QLabel(m_searchBar);
    m_searchState->setObjectName(QStringLiteral("textSearchState"));
    const auto button = [&](const char16_t* iconName, const QString& text, const QString& name) {
        auto* made = new QToolButton(m_searchBar);
        made->setAutoRaise(true);
        made->setIcon(icon(iconName));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setObjectName(name);
        return made;
    };
    auto* previous = button(u"chevron-up", tr("Previous"), QStringLiteral("textSearchPrevious"));
    auto* next = button(u"chevron-down", tr("Next"), QStringLiteral("textSearchNext"));
    auto* close = button(u"x", tr("Close the search"), QStringLiteral("textSearchClose"));
    row->addWidget(m_searchField, 1);
    row->addWidget(m_searchState);
    for (QToolButton* made : {previous, next, close})
        row->addWidget(made);
    connect(m_searchField, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_view->find(text, TextView::Search::Here, false); });
    connect(previous, &QToolButton::clicked, this, [this] { search(true); });
    connect(next, &QToolButton::clicked, this, [this] { search(false); });
    connect(close, &QToolButton::clicked, this, &TextPreview::closeSearch);
}

bool TextPreview::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_searchField || event->type() != QEvent::KeyPress)
        return Preview::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        closeSearch();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        search(key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    return false;
}

void TextPreview::openSearch() {
    m_searchBar->show();
    m_searchField->setFocus(Qt::ShortcutFocusReason);
    m_searchField->selectAll();
}

void TextPreview::closeSearch() {
    m_view->cancelFind();
    m_searchBar->hide();
    m_view->setFocus();
}

void TextPreview::search(bool backward) {
    m_view->find(m_searchField->text(),
                 backward ? TextView::Search::Previous : TextView::Search::Next, false);
}

void TextPreview::load(const PreviewItem& item) {
    m_view->setAccessibleName(tr("Text of %1").arg(item.path));
    // Prose is read in lines that fit; logs, code and data keep their columns.
    m_view->setWrapped(item.kind == artifacts::Kind::Text ||
                       item.kind == artifacts::Kind::Markdown ||
                       item.kind == artifacts::Kind::Html);
    m_opening.start(
        [item](std::stop_token, base::Progress&) -> Result<Opened> {
            const auto file = artifacts::File::open(item.root, item.raw);
            if (!file.ok())
                return file.as<Opened>();
            if (!artifacts::isText(item.kind))
                return Opened{std::make_shared<artifacts::HexLines>(file.value()), false};
            const auto text = artifacts::openText(file.value());
            if (!text.ok())
                return text.as<Opened>();
            // Named by what is inside: a text of unknown name has the colours of its kind.
            const auto language =
                item.kind == artifacts::Kind::Text || item.kind == artifacts::Kind::Log
                    ? artifacts::Language::None
                    : artifacts::languageOf(item.artifact);
            return Opened{std::make_shared<artifacts::StyledLines>(
                              std::make_shared<artifacts::FileLines>(text.value()), language),
                          text.value().truncated};
        },
        [this](Result<Opened> opened) {
            if (opened.failed()) {
                Q_EMIT failed(opened.error());
                return;
            }
            m_lines = opened.value().lines;
            m_truncated = opened.value().truncated;
            m_view->setSource(m_lines);
        });
}

void TextPreview::tellFacts(qint64, bool complete) {
    const QString lines = count(m_lines->lineCount());
    if (!complete)
        Q_EMIT factsChanged(tr("%1 lines so far").arg(lines));
    else if (m_truncated)
        Q_EMIT factsChanged(tr("first %1 lines").arg(lines));
    else
        Q_EMIT factsChanged(m_lines->lineCount() == 1 ? tr("1 line") : tr("%1 lines").arg(lines));
}

}  // namespace podium::views
