// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/slot.h"
#include "views/artifacts/preview.h"
#include "views/artifacts/report.h"

#include <QDialog>
#include <QImage>

#include <memory>

class QLabel;
class QStackedWidget;

namespace podium::views {

/// One side of a comparison of files.
struct DiffSide {
    QString title;  // the run's name
    std::filesystem::path root;
    std::string raw;
};

/// What is different between two files, by what they are: pictures, or a report with rows side by
/// side. Made by a worker.
struct FileDiff {
    artifacts::Kind kind = artifacts::Kind::Binary;
    Report report;       // tables and texts
    QImage left, right;  // of two pictures
    bool isPicture = false;
};

/// Compares two files by their kind: pictures as such; JSON, YAML and TOML by structure; CSV and
/// log_table by key; arrays by statistics; models by signature and requirements; texts line by
/// line; anything else by size. Errors: those of opening and decoding.
[[nodiscard]] base::Result<FileDiff> compareFiles(const DiffSide& left, const DiffSide& right,
                                                  const QString& path, const std::stop_token& stop);

/// The difference of one artifact between two runs. Lives on the UI thread.
class FileDiffDialog : public QDialog {
    Q_OBJECT
public:
    FileDiffDialog(jobs::JobEngine& engine, QWidget* parent = nullptr);
    void compare(const DiffSide& left, const DiffSide& right, const QString& path);

Q_SIGNALS:
    /// The difference, or why there is none, is on the screen.
    void shown();

private:
    void showDiff(const FileDiff& diff, const DiffSide& left, const DiffSide& right);

    jobs::Slot<std::shared_ptr<FileDiff>> m_comparing;
    QLabel* m_head;
    QStackedWidget* m_stack;
    QLabel* m_message;
};

}  // namespace podium::views
