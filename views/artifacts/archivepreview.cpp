// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/archivepreview.h"

#include "artifacts/open.h"
#include "views/text/text.h"
#include "views/theme/theme.h"
#include "views/widgets/emptystate.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using artifacts::Kind;
using artifacts::PackedFile;
using artifacts::PackedListing;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int MostRows = 20'000;

/// The name of a compressed file without what says how it is packed.
std::string innerName(const std::string& path) {
    for (const char* ending : {".gz", ".zst", ".xz", ".bz2", ".lz4", ".lzma"}) {
        if (path.ends_with(ending))
            return path.substr(0, path.size() - std::string_view(ending).size());
    }
    return path;
}

/// Writes one file of the archive under a name of our own.
Result<std::int64_t> unpackTo(const PreviewItem& item, std::size_t index, const QString& target,
                              base::Progress& progress, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(std::int64_t, file);
    QFile out(target);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::WriteFailed,
                     {target.toStdString(), out.errorString().toStdString()}};
    artifacts::PackedBounds bounds;
    bounds.bytes = ArchivePreview::MostBytes;
    return artifacts::unpackFile(*file.value(), index, out.handle(), bounds, progress, stop);
}

}  // namespace

ArchivePreview::ArchivePreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_engine(engine),
      m_listing(engine, this),
      m_unpacking(engine, this),
      m_notice(new QLabel(this)),
      m_tree(new QTreeWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_message(new EmptyState(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)) {
    m_notice->setObjectName(QStringLiteral("archiveNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setMargin(metrics::Gap);
    m_notice->hide();
    m_tree->setObjectName(QStringLiteral("archiveTree"));
    m_tree->setAccessibleName(tr("Files in the archive"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Name"), tr("Size"), tr("Changed")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->setIconSize(QSize(metrics::Icon, metrics::Icon));
    m_stack->addWidget(m_message);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_stack);
    m_splitter->setSizes({200, 300});
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_splitter, 1);
    setFocusProxy(m_tree);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* current) {
        if (current)
            open(static_cast<std::size_t>(current->data(0, Qt::UserRole).toULongLong()));
    });
}

ArchivePreview::~ArchivePreview() = default;

void ArchivePreview::load(const PreviewItem& item) {
    m_item = item;
    m_listing.start(
        [item](std::stop_token stop, base::Progress&) -> Result<std::shared_ptr<PackedListing>> {
            using Listing = std::shared_ptr<PackedListing>;
            const auto file = artifacts::File::open(item.root, item.raw);
            PODIUM_TRY(Listing, file);
            auto listing = artifacts::listPacked(*file.value(), {}, stop);
            PODIUM_TRY(Listing, listing);
            return std::make_shared<PackedListing>(std::move(listing).value());
        },
        [this](Result<std::shared_ptr<PackedListing>> listing) {
            if (listing.failed())
                Q_EMIT failed(withPath(listing.error(), m_item.path));
            else
                showListing(*listing.value());
        });
}

void ArchivePreview::showListing(const PackedListing& listing) {
    m_files = listing.files;
    m_stream = listing.isStream;
    if (m_stream) {
        m_tree->hide();
        setFocusProxy(m_stack);
        Q_EMIT factsChanged(tr("packed by %1").arg(oneLine(listing.filter)));
        open(0);
        return;
    }
    std::int64_t size = 0;
    int folders = 0;
    QList<QTreeWidgetItem*> rows;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const PackedFile& file = m_files[i];
        size += std::max<std::int64_t>(0, file.size);
        folders += file.isFolder ? 1 : 0;
        if (rows.size() >= MostRows)
            continue;
        auto* row = new QTreeWidgetItem(
            {oneLine(file.path), file.size < 0 || file.isFolder ? QString() : bytes(file.size),
             file.modified == 0 ? QString() : timestamp(file.modified)});
        row->setData(0, Qt::UserRole, QVariant::fromValue<qulonglong>(i));
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        row->setIcon(0, icon(file.isFolder ? u"folder" : file.isLink ? u"link" : u"file"));
        if (!file.isTame) {
            row->setIcon(0, icon(u"triangle-alert"));
            row->setToolTip(0,
                            tr("This name leads out of the folder it would be put into. It is only "
                               "shown here, never used."));
        }
        rows.append(row);
    }
    m_tree->addTopLevelItems(rows);
    m_tree->resizeColumnToContents(1);
    m_tree->resizeColumnToContents(2);
    QString notice;
    if (!listing.fault.empty())
        notice = tr("The archive is broken behind this: %1").arg(oneLine(listing.fault));
    else if (listing.cut || m_files.size() > static_cast<std::size_t>(MostRows))
        notice = tr("There is more in this archive than is listed here.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    Q_EMIT factsChanged(fileCount(static_cast<qint64>(m_files.size()) - folders) +
                        QStringLiteral(" · ") + tr("%1 unpacked").arg(bytes(size)));
    if (rows.isEmpty())
        showMessage(tr("This archive is empty"), {});
    else
        m_tree->setCurrentItem(rows.first());
    Q_EMIT shown();
}

void ArchivePreview::showMessage(const QString& title, const QString& text) {
    m_message->setContent(QStringLiteral("file"), title, text);
    m_stack->setCurrentWidget(m_message);
    if (m_stream)
        Q_EMIT shown();
}

void ArchivePreview::open(std::size_t index) {
    const PackedFile& file = m_files[index];
    m_unpacking.cancel();
    if (file.isFolder || file.isLink) {
        showMessage(oneLine(file.path),
                    file.isLink ? tr("A link; where it leads is not followed.") : QString());
        return;
    }
    if (m_item.depth >= MostDepth) {
        showMessage(tr("Archives in archives are opened only so deep"),
                    tr("Save this one to open it."));
        return;
    }
    if (!m_folder)
        m_folder = std::make_shared<QTemporaryDir>();
    const QString name = QString::number(++m_unpacked);
    const std::string known = m_stream ? innerName(m_item.artifact) : file.path;
    m_unpacking.start(
        [item = m_item, index, folder = m_folder, name, known](
            std::stop_token stop, base::Progress& progress) -> Result<Inside> {
            const auto done = unpackTo(item, index, folder->filePath(name), progress, stop);
            PODIUM_TRY(Inside, done);
            Inside inside;
            inside.name = known;
            inside.item.root = folder->path().toStdString();
            inside.item.raw = name.toStdString();
            inside.item.path = QString::fromStdString(known);
            inside.item.artifact = known;
            inside.item.depth = item.depth + 1;
            inside.item.size = done.value();
            const auto content = artifacts::File::open(inside.item.root, inside.item.raw);
            PODIUM_TRY(Inside, content);
            const auto head = content.value()->read(0, artifacts::RecogniseBytes);
            PODIUM_TRY(Inside, head);
            inside.item.kind = artifacts::recognise(head.value(), known, done.value());
            return inside;
        },
        [this, path = file.path](Result<Inside> inside) {
            if (inside.failed())
                showMessage(tr("This file can't be shown"),
                            describe(withPath(inside.error(),
                                              oneLine(path.empty() ? m_item.artifact : path))));
            else
                showInside(inside.value());
        });
}

void ArchivePreview::showInside(const Inside& inside) {
    if (inside.item.kind == Kind::Empty) {
        showMessage(tr("This file is empty"), {});
        return;
    }
    Preview* made = PreviewFactory::standard().create(inside.item.kind, m_engine, m_stack);
    made->hide();
    made->resize(m_stack->size());
    // The newest choice alone comes onto the screen.
    if (m_inside && m_stack->indexOf(m_inside) < 0)
        m_inside->deleteLater();
    Preview* before = m_inside && m_stack->indexOf(m_inside) >= 0 ? m_inside : nullptr;
    m_inside = made;
    connect(made, &Preview::shown, this, [this, made, before] {
        if (m_stack->indexOf(made) < 0)
            m_stack->addWidget(made);
        m_stack->setCurrentWidget(made);
        if (before)
            before->deleteLater();
        if (m_stream)
            Q_EMIT shown();
    });
    connect(made, &Preview::failed, this, [this](const Error& error) {
        showMessage(tr("This file can't be shown"), describe(error));
    });
    made->load(inside.item);
}

}  // namespace podium::views
