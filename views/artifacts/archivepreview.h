// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/archive.h"
#include "jobs/slot.h"
#include "views/artifacts/preview.h"

#include <QTemporaryDir>

#include <memory>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTreeWidget;

namespace podium::views {

class EmptyState;

/// What is inside an archive, and a preview of the chosen file; a single compressed file is shown
/// as what it holds. Files are unpacked one at a time, bounded, under a name of our own into a
/// folder that goes with the preview: the names inside are never used.
class ArchivePreview : public Preview {
    Q_OBJECT
public:
    ArchivePreview(jobs::JobEngine& engine, QWidget* parent);
    ~ArchivePreview() override;
    void load(const PreviewItem& item) override;

    static constexpr int MostDepth = 3;  // archives inside archives
    static constexpr std::int64_t MostBytes = std::int64_t{256} << 20;

private:
    struct Inside {
        PreviewItem item;
        std::string name;
    };
    void showListing(const artifacts::PackedListing& listing);
    void open(std::size_t index);
    void showInside(const Inside& inside);
    void showMessage(const QString& title, const QString& text);

    jobs::JobEngine& m_engine;
    jobs::Slot<std::shared_ptr<artifacts::PackedListing>> m_listing;
    jobs::Slot<Inside> m_unpacking;
    PreviewItem m_item;
    std::shared_ptr<QTemporaryDir> m_folder;  // shared with the job that writes into it
    std::vector<artifacts::PackedFile> m_files;
    QLabel* m_notice;
    QTreeWidget* m_tree;
    QStackedWidget* m_stack;
    EmptyState* m_message;
    QSplitter* m_splitter;
    Preview* m_inside = nullptr;
    bool m_stream = false;
    int m_unpacked = 0;
};

}  // namespace podium::views
