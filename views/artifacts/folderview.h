// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/imageseries.h"
#include "artifacts/source.h"
#include "jobs/slot.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QSlider;

namespace podium::views {

class ImageView;

/// What is in a folder of artifacts: how many files of which total size, thumbnails of its
/// pictures, and a slider over the steps where log_image wrote them. Lives on the UI thread;
/// everything is read by jobs.
class FolderView : public QWidget {
    Q_OBJECT
public:
    explicit FolderView(jobs::JobEngine& engine, QWidget* parent = nullptr);

    /// Shows a folder ("" is the root). Files of a server get no thumbnails.
    void setFolder(std::shared_ptr<artifacts::ArtifactSource> source, const std::string& raw);
    void clear();

    static constexpr int MostThumbnails = 500;
    static constexpr int ThumbnailSide = 128;

Q_SIGNALS:
    /// The person wants to see a file: its path for people.
    void fileRequested(const QString& path);
    /// What is inside has been counted: "12 files · 3.4 MB".
    void counted(const QString& words);

private:
    struct Contents {
        std::int64_t files = 0;
        std::int64_t bytes = 0;
        bool more = false;                       // than the bound
        std::vector<artifacts::Entry> pictures;  // directly in it, without thumbnails of log_image
        std::map<std::string, std::vector<artifacts::SteppedImage>> series;
    };
    void show(const Contents& contents);
    void showSeries();
    void showStep(int place);
    void loadThumbnails(std::size_t from);

    jobs::Slot<std::shared_ptr<Contents>> m_reading;
    jobs::Slot<std::vector<std::pair<std::size_t, QImage>>> m_thumbnails;
    jobs::Slot<QImage> m_decoding;
    std::shared_ptr<artifacts::ArtifactSource> m_source;
    std::string m_folder;
    std::shared_ptr<Contents> m_contents;
    QLabel* m_about;
    QWidget* m_steps;
    QComboBox* m_keys;
    QSlider* m_slider;
    QLabel* m_step;
    ImageView* m_picture;
    QListWidget* m_list;
};

}  // namespace podium::views
