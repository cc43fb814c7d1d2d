// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/recognise.h"
#include "artifacts/source.h"
#include "base/error.h"

#include <QString>
#include <QWidget>

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace podium::jobs {
class JobEngine;
}

namespace podium::views {

/// The file that a preview is asked to show.
struct PreviewItem {
    std::filesystem::path root;  // the folder it lies in; nothing outside of it is opened
    std::string raw;             // path below it, as bytes on disk
    QString path;                // path among the artifacts, for people
    std::string artifact;        // the same as bytes; differs from `raw` for what was fetched
    std::shared_ptr<artifacts::ArtifactSource> source;  // for the files beside it
    artifacts::Kind kind = artifacts::Kind::Binary;
    qint64 size = 0;  // bytes
    int depth = 0;    // how many archives it lies in, one inside the other
};

/// Shows one file. Lives on the UI thread, owned by the preview area, used for one file only. All
/// reading and decoding is done by jobs; nothing it shows can reach the network or leave the
/// artifact folder.
class Preview : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Starts to show the file; called once.
    virtual void load(const PreviewItem& item) = 0;

Q_SIGNALS:
    /// The first of the content is on the screen.
    void shown();
    /// Facts worth a few words beside the file's name: "640 × 480", "1 204 rows".
    void factsChanged(const QString& facts);
    void failed(const podium::base::Error& error);
    /// The person wants the file opened with another program.
    void outsideRequested();
};

/// Which preview shows which kind of file: a new preview is one entry here. Text and hex views
/// stand in for kinds that have no entry.
class PreviewFactory {
public:
    using Creator = std::function<Preview*(jobs::JobEngine&, QWidget* parent)>;

    void add(artifacts::Kind kind, Creator creator);
    /// True if the kind has a preview of its own, so that showing its source is another view.
    [[nodiscard]] bool has(artifacts::Kind kind) const;
    [[nodiscard]] Preview* create(artifacts::Kind kind, jobs::JobEngine& engine,
                                  QWidget* parent) const;
    /// The file as text, or as hex where it is none.
    [[nodiscard]] Preview* createSource(artifacts::Kind kind, jobs::JobEngine& engine,
                                        QWidget* parent) const;

    /// Every preview of the program.
    [[nodiscard]] static PreviewFactory standard();

private:
    std::array<Creator, artifacts::KindCount> m_creators;
};

/// The error of a decoder with the path that it does not know: its first argument where that is
/// empty.
[[nodiscard]] base::Error withPath(base::Error error, const QString& path);

/// "PNG image", "CSV table": what the file is, in the person's language.
[[nodiscard]] QString kindName(artifacts::Kind kind);
/// Name of the icon that stands for it.
[[nodiscard]] QString kindIcon(artifacts::Kind kind);

}  // namespace podium::views
