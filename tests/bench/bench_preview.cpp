// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/open.h"
#include "measure.h"
#include "views/artifacts/artifactpane.h"
#include "views/artifacts/textview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

namespace podium::bench {

using nlohmann::json;

namespace {

constexpr qint64 FileBytes = qint64{1} << 30;
constexpr int MostSeconds = 60;

void waitFor(const std::function<bool()>& ready, const char* what) {
    QElapsedTimer timer;
    timer.start();
    while (!ready()) {
        if (timer.elapsed() > MostSeconds * 1000)
            fail(std::string("nothing came of ") + what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    }
}

/// A file of 1 GB whose rows all differ in their beginning.
void write(const QString& path, const std::function<QByteArray(qint64 row)>& rowOf) {
    if (QFile::exists(path) && QFile(path).size() >= FileBytes)
        return;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        fail("can't write " + path.toStdString());
    QByteArray block;
    for (qint64 row = 0; file.pos() + block.size() < FileBytes; ++row) {
        block += rowOf(row);
        if (block.size() > (4 << 20)) {
            file.write(block);
            block.clear();
        }
    }
    file.write(block);
}

/// The first screen's bytes, and those of the middle, read the plainest way.
double floorOf(const std::filesystem::path& root, const std::string& name, qint64 at) {
    return timed([&] {
        const auto file = artifacts::File::open(root, name);
        if (!file.ok() || !file.value()->read(at, 64 << 10).ok())
            fail("the floor can't be read");
    });
}

class Stage {
public:
    explicit Stage(const std::filesystem::path& root, const Options& options)
        : m_pane(m_engine, &m_window) {
        m_window.resize(options.width, options.height);
        m_pane.resize(options.width, options.height);
        m_pane.setSource(std::make_shared<artifacts::LocalArtifacts>(root));
        m_window.show();
    }

    void open(const std::string& name) {
        bool shown = false;
        const auto connection = QObject::connect(&m_pane, &views::ArtifactPane::fileShown, &m_pane,
                                                 [&] { shown = true; });
        artifacts::Entry entry;
        entry.raw = entry.path = entry.name = name;
        m_pane.showEntry(entry);
        waitFor([&] { return shown; }, name.c_str());
        QObject::disconnect(connection);
        m_pane.grab();
    }
    void awaitIndex() {
        if (auto* text = m_pane.findChild<views::TextView*>())
            waitFor([&] { return m_complete || (m_complete = isComplete(*text)); }, "the index");
        else
            waitFor([&] { return settledRows(); }, "the index");
    }
    void goToMiddle() {
        if (auto* text = m_pane.findChild<views::TextView*>()) {
            text->scrollToRow(text->rowCount() / 2);
            waitFor([&] { return !text->visibleText().isEmpty(); }, "the middle");
        } else if (auto* table = m_pane.findChild<QTableView*>()) {
            const int row = table->model()->rowCount() / 2;
            table->verticalScrollBar()->setValue(row);
            table->viewport()->grab();
            waitFor([&] { return !table->model()->index(row, 0).data().toString().isEmpty(); },
                    "the middle");
        }
        m_pane.grab();
    }
    void goToStart() {
        if (auto* text = m_pane.findChild<views::TextView*>())
            text->scrollToRow(0);
        else if (auto* table = m_pane.findChild<QTableView*>())
            table->verticalScrollBar()->setValue(0);
        m_pane.grab();
    }

private:
    bool isComplete(const views::TextView& text) {
        const qint64 rows = text.rowCount();
        const bool same = rows == m_rows && m_still.isValid() && m_still.elapsed() > 500;
        if (rows != m_rows || !m_still.isValid()) {
            m_rows = rows;
            m_still.start();
        }
        return same;
    }
    bool settledRows() {
        const auto* table = m_pane.findChild<QTableView*>();
        const qint64 rows = table ? table->model()->rowCount() : 0;
        const bool same = rows == m_rows && m_still.isValid() && m_still.elapsed() > 500;
        if (rows != m_rows || !m_still.isValid()) {
            m_rows = rows;
            m_still.start();
        }
        return same;
    }

    jobs::JobEngine m_engine;
    QWidget m_window;
    views::ArtifactPane m_pane;
    bool m_complete = false;
    qint64 m_rows = -1;
    QElapsedTimer m_still;
};

json measured(const std::filesystem::path& root, const std::string& name, const Options& options) {
    Samples first;
    Samples floor;
    Samples middle;
    double index = 0;
    const std::int64_t before = residentBytes();
    std::int64_t most = before;
    for (int i = 0; i < options.repetitions; ++i) {
        floor.add(floorOf(root, name, 0));
        Stage stage(root, options);
        first.add(timed([&] { stage.open(name); }));
        index = timed([&] { stage.awaitIndex(); }) - 500;
        for (int again = 0; again < 3; ++again) {
            middle.add(timed([&] { stage.goToMiddle(); }));
            stage.goToStart();
        }
        most = std::max(most, residentBytes());
    }
    json result = against(first, floor);
    result["middle"] = middle.json();
    result["index_ms"] = index;
    result["resident_above_mb"] = (most - before) >> 20;
    return result;
}

}  // namespace

json benchPreview(const Options& options) {
    const QTemporaryDir made;
    const std::filesystem::path root =
        options.folder.empty() ? std::filesystem::path(made.path().toStdString()) : options.folder;
    const auto path = [&](const char* name) {
        return QString::fromStdString((root / name).native());
    };
    write(path("big.csv"), [](qint64 row) -> QByteArray {
        return QByteArray::number(row) + ",0.5321,run-" + QByteArray::number(row % 977) +
               ",true,resnet50\n";
    });
    write(path("big.log"), [](qint64 row) -> QByteArray {
        return "2026-11-28 12:00:00,123 INFO trainer: step " + QByteArray::number(row) +
               " loss 0.4321\n";
    });
    write(path("big.jsonl"), [](qint64 row) -> QByteArray {
        return "{\"step\": " + QByteArray::number(row) +
               ", \"loss\": 0.4321, \"model\": \"resnet50\"}\n";
    });
    json result;
    for (const char* name : {"big.csv", "big.log", "big.jsonl"})
        result[name] = measured(root, name, options);
    return result;
}

}  // namespace podium::bench
