// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/artifactpane.h"

#include "artifacts/open.h"
#include "views/artifacts/fetchpanel.h"
#include "views/artifacts/folderview.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium::views {

using artifacts::Kind;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int Patience = 250;                      // milliseconds
constexpr qint64 MostTreeBytes = qint64{8} << 20;  // of JSON lines

}  // namespace

ArtifactPane::ArtifactPane(jobs::JobEngine& engine, QWidget* parent)
    : QWidget(parent),
      m_engine(engine),
      m_looking(engine, this),
      m_factory(PreviewFactory::standard()),
      m_opener([](const QUrl& url) { QDesktopServices::openUrl(url); }),
      m_head(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_message(new EmptyState(this)),
      m_fetchPanel(new FetchPanel(this)),
      m_folder(new FolderView(engine, this)) {
    setObjectName(QStringLiteral("artifactPreview"));
    setAccessibleName(tr("Preview"));
    makeHead();
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_fetchPanel);
    m_stack->addWidget(m_folder);
    connect(m_folder, &FolderView::fileRequested, this, &ArtifactPane::fileRequested);
    connect(m_folder, &FolderView::counted, this, [this](const QString& words) {
        m_facts = words;
        updateHead();
    });
    connect(m_fetchPanel, &FetchPanel::fetchRequested, this, &ArtifactPane::fetch);
    connect(m_fetchPanel, &FetchPanel::cancelRequested, this, &ArtifactPane::cancelFetch);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_head);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    box->addWidget(line);
    box->addWidget(m_stack, 1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_fetching)
            showPanel();
        else
            showMessage(QStringLiteral("loader-circle"), tr("Reading …"), {});
    });
    showNothing();
}

ArtifactPane::~ArtifactPane() {
    m_fetchStop.request_stop();
}

void ArtifactPane::makeHead() {
    m_icon = new QLabel(m_head);
    m_name = new ElidedLabel(m_head);
    m_about = new ElidedLabel(m_head);
    m_name->setObjectName(QStringLiteral("artifactName"));
    m_name->setFont(strongFont(font()));
    m_name->setElideMode(Qt::ElideMiddle);
    m_about->setObjectName(QStringLiteral("artifactAbout"));
    m_about->setDim(true);
    const auto button = [this](const char16_t* iconName, const QString& text,
                               const QString& objectName) {
        auto* made = new QToolButton(m_head);
        made->setAutoRaise(true);
        made->setIcon(icon(iconName));
        made->setToolTip(text);
        made->setAccessibleName(text);
        made->setObjectName(objectName);
        return made;
    };
    m_sourceButton = button(u"file-code", tr("Show the source"), QStringLiteral("artifactSource"));
    m_sourceButton->setCheckable(true);
    m_copyButton = button(u"copy", tr("Copy path"), QStringLiteral("artifactCopyPath"));
    m_moreButton = button(u"ellipsis", tr("More actions"), QStringLiteral("artifactMore"));
    connect(m_moreButton, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_moreButton->mapToGlobal(m_moreButton->rect().bottomLeft()));
    });
    connect(m_sourceButton, &QToolButton::toggled, this, &ArtifactPane::setSourceShown);
    connect(m_copyButton, &QToolButton::clicked, this, &ArtifactPane::copyPath);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(m_icon);
    row->addWidget(m_name, 1);
    for (QToolButton* made : {m_sourceButton, m_copyButton, m_moreButton})
        row->addWidget(made);
    auto* box = new QVBoxLayout(m_head);
    box->setContentsMargins(metrics::Gap + metrics::Unit, metrics::Unit, metrics::Gap,
                            metrics::Gap);
    box->setSpacing(0);
    box->addLayout(row);
    box->addWidget(m_about);
}

void ArtifactPane::setSource(std::shared_ptr<artifacts::ArtifactSource> source) {
    m_artifacts = std::move(source);
    showNothing();
}

void ArtifactPane::showNothing() {
    m_looking.cancel();
    m_folder->clear();
    dropIncoming();
    dropFetch();
    m_entry.reset();
    m_looked.reset();
    m_head->hide();
    showMessage(QStringLiteral("file"), tr("No file is selected"), {});
}

void ArtifactPane::showEntry(const artifacts::Entry& entry) {
    m_looking.cancel();
    dropIncoming();
    dropFetch();
    m_entry = entry;
    m_looked.reset();
    m_facts.clear();
    m_source = false;
    m_head->show();
    updateHead();
    if (entry.problem) {
        showError(*entry.problem);
    } else if (entry.isFolder && !entry.isLink && !isRemote()) {
        dropPreview();
        m_folder->setFolder(m_artifacts, entry.raw);
        m_stack->setCurrentWidget(m_folder);
    } else if (entry.isFolder) {
        showMessage(QStringLiteral("folder"), oneLine(entry.name),
                    entry.isLink ? tr("A link to another folder of these artifacts.") : QString());
    } else if (isRemote()) {
        fetchUpTo(m_mostBytes);
    } else {
        m_patience.start();
        look();
    }
}

/// Fetches the file, unless it is larger than `mostBytes` (0: any size).
void ArtifactPane::fetchUpTo(qint64 mostBytes) {
    if (!m_entry || !isRemote())
        return;
    dropFetch();
    m_fetching = std::make_shared<base::Progress>();
    const quint64 ticket = m_fetchTicket;
    if (mostBytes == 0)
        showPanel();
    else
        m_patience.start();
    m_fetchStop = m_engine.run<artifacts::FilePlace>(
        jobs::Pool::Long, this,
        [source = m_artifacts, raw = m_entry->raw, mostBytes, progress = m_fetching](
            std::stop_token stop, base::Progress&) {
            return source->fetch(raw, mostBytes, *progress, stop);
        },
        [this, ticket, mostBytes](Result<artifacts::FilePlace> place) {
            if (ticket == m_fetchTicket)
                fetchEnded(mostBytes, place);
        });
}

void ArtifactPane::fetchEnded(qint64 mostBytes, const Result<artifacts::FilePlace>& place) {
    m_fetching.reset();
    m_patience.stop();
    if (place.ok()) {
        m_entry->isHere = true;
        Q_EMIT fetched(m_entry->raw);
        m_patience.start();
        look();
        return;
    }
    const QString name = oneLine(m_entry->name);
    if (place.cancelled()) {
        m_fetchPanel->showStopped(name);
    } else if (place.error().code == ErrorCode::ArtifactTooLarge && mostBytes > 0) {
        m_fetchPanel->showOffer(name, QString::fromStdString(place.error().args[1]).toLongLong());
    } else {
        m_fetchPanel->showFailed(place.error());
    }
    dropPreview();
    m_stack->setCurrentWidget(m_fetchPanel);
}

/// Ends the fetch because a person said so.
void ArtifactPane::cancelFetch() {
    m_fetchStop.request_stop();
}

/// Ends the fetch because nobody looks at it any more.
void ArtifactPane::dropFetch() {
    m_fetchStop.request_stop();
    ++m_fetchTicket;
    m_fetching.reset();
    m_fetchPanel->rest();
}

void ArtifactPane::showPanel() {
    m_fetchPanel->showRunning(oneLine(m_entry->name), m_fetching);
    dropPreview();
    m_stack->setCurrentWidget(m_fetchPanel);
}

void ArtifactPane::dropPreview() {
    if (Preview* old = preview()) {
        m_stack->removeWidget(old);
        old->disconnect(this);
        old->deleteLater();
    }
}

void ArtifactPane::look() {
    m_looking.start(
        [source = m_artifacts, raw = m_entry->raw](std::stop_token stop,
                                                   base::Progress& progress) -> Result<Looked> {
            // At once: it lies on this machine, or has just been fetched.
            const auto place = source->fetch(raw, 0, progress, stop);
            PODIUM_TRY(Looked, place);
            const auto file = artifacts::File::open(place.value().root, place.value().raw);
            PODIUM_TRY(Looked, file);
            const auto head = file.value()->read(0, artifacts::RecogniseBytes);
            PODIUM_TRY(Looked, head);
            Looked looked;
            looked.place = place.value();
            looked.size = file.value()->size();
            looked.kind = artifacts::recognise(head.value(), raw, looked.size);
            looked.executable = file.value()->executable();
            return looked;
        },
        [this](Result<Looked> looked) {
            if (looked.failed()) {
                showError(looked.error());
                return;
            }
            m_looked = looked.value();
            updateHead();
            open();
        });
}

void ArtifactPane::open() {
    dropIncoming();
    if (m_looked->kind == Kind::Empty) {
        showMessage(QStringLiteral("file"), tr("This file is empty"), {});
        Q_EMIT fileShown(QString::fromStdString(m_entry->path));
        return;
    }
    // A tree of millions of values would take too much memory: rows then, each a document.
    const bool asRows = m_looked->kind == Kind::JsonLines && m_looked->size > MostTreeBytes;
    m_incoming = m_source || asRows ? m_factory.createSource(m_looked->kind, m_engine, this)
                                    : m_factory.create(m_looked->kind, m_engine, this);
    Preview* incoming = m_incoming;
    // It gets the size of its place at once, so that what it lays out fits when it is swapped in.
    incoming->hide();
    incoming->resize(m_stack->size());
    connect(incoming, &Preview::shown, this, [this, incoming] { swapIn(incoming); });
    connect(incoming, &Preview::failed, this, &ArtifactPane::showError);
    connect(incoming, &Preview::outsideRequested, this, &ArtifactPane::openOutside);
    connect(incoming, &Preview::factsChanged, this, [this](const QString& facts) {
        m_facts = facts;
        updateHead();
    });
    PreviewItem item;
    item.root = m_looked->place.root;
    item.raw = m_looked->place.raw;
    item.artifact = m_entry->raw;
    item.source = m_artifacts;
    item.path = QString::fromStdString(m_entry->path);
    item.kind = m_looked->kind;
    item.size = m_looked->size;
    if (!m_patience.isActive() && !this->preview())
        m_patience.start();
    incoming->load(item);
}

void ArtifactPane::swapIn(Preview* preview) {
    m_patience.stop();
    if (preview != m_incoming)
        return;
    m_incoming = nullptr;
    Preview* old = this->preview();
    m_stack->addWidget(preview);
    m_stack->setCurrentWidget(preview);
    if (old) {
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    setFocusProxy(preview);
    Q_EMIT fileShown(QString::fromStdString(m_entry->path));
}

void ArtifactPane::dropIncoming() {
    m_patience.stop();
    if (m_incoming) {
        m_incoming->disconnect(this);
        m_incoming->deleteLater();
        m_incoming = nullptr;
    }
}

void ArtifactPane::showMessage(const QString& iconName, const QString& title, const QString& text) {
    dropPreview();
    m_messageText = text.isEmpty() ? title : title + u'\n' + text;
    m_message->setContent(iconName, title, text);
    m_stack->setCurrentWidget(m_message);
}

void ArtifactPane::showError(const Error& error) {
    dropIncoming();
    const bool gone = error.code == ErrorCode::PathNotFound;
    showMessage(gone ? QStringLiteral("file-question-mark") : QStringLiteral("triangle-alert"),
                gone ? tr("This file is gone") : tr("This file can't be shown"), describe(error));
}

void ArtifactPane::updateHead() {
    const artifacts::Entry& entry = *m_entry;
    m_name->setText(oneLine(entry.name));
    m_name->setToolTip(oneLine(entry.path));
    QStringList about;
    if (m_looked)
        about << kindName(m_looked->kind);
    const qint64 size = m_looked ? m_looked->size : entry.size;
    if (!entry.isFolder && size != artifacts::UnknownSize)
        about << bytes(size);
    if (!m_facts.isEmpty())
        about << m_facts;
    m_about->setText(about.join(QStringLiteral(" · ")));
    m_about->setToolTip(entry.modified == 0 ? QString() : timestamp(entry.modified));
    const QString iconName = entry.isFolder ? QStringLiteral("folder")
                                            : kindIcon(m_looked ? m_looked->kind : Kind::Text);
    m_icon->setPixmap(icon(iconName).pixmap(metrics::Icon, metrics::Icon));
    const bool hasSource =
        m_looked && artifacts::isText(m_looked->kind) && m_factory.has(m_looked->kind);
    m_sourceButton->setVisible(hasSource);
    const QSignalBlocker blocker(m_sourceButton);
    m_sourceButton->setChecked(m_source);
}

Preview* ArtifactPane::preview() const {
    return qobject_cast<Preview*>(m_stack->currentWidget());
}

QString ArtifactPane::messageText() const {
    if (m_stack->currentWidget() == m_fetchPanel)
        return m_fetchPanel->text();
    return m_stack->currentWidget() == m_message ? m_messageText : QString();
}

void ArtifactPane::focusPreview() {
    if (Preview* shown = preview())
        shown->setFocus(Qt::OtherFocusReason);
}

void ArtifactPane::setSourceShown(bool source) {
    if (m_source == source || !m_looked)
        return;
    m_source = source;
    m_facts.clear();
    updateHead();
    open();
}

}  // namespace podium::views
