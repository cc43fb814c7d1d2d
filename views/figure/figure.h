// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/range.h"
#include "views/figure/figureoptions.h"
#include "views/figure/runset.h"
#include "views/theme/colors.h"

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QPainter;
class QRectF;

namespace podium::views {

/// What is seen of a figure: a part of its axes, or all where nothing is said.
struct FigureView {
    std::optional<series::Range> x;
    std::optional<series::Range> y;
    double scroll = 0;  // rows above the first one seen, of figures that have rows

    friend bool operator==(const FigureView&, const FigureView&) = default;
};

/// On what a figure is painted.
struct Canvas {
    QSizeF size;
    QFont font;  // of labels
    Scheme scheme = Scheme::Light;
    double line = 1;  // a factor for the width of lines
    FigureView view = {};
    std::vector<std::uint8_t> selected = {};  // for each run: stands out; empty: none does
    bool quick = false;                       // while something moves: less exact edges will do

    [[nodiscard]] const Colors& colors() const { return views::colors(scheme); }
    [[nodiscard]] bool isSelected(std::size_t run) const {
        return run < selected.size() && selected[run] != 0;
    }
};

/// What is under the pointer, or where the keys have gone.
struct FigureHit {
    int part = -1;                    // of the figure: a point, a bar, an axis ...
    std::vector<std::uint32_t> runs;  // that it stands for
    QPointF at;
    QColor color;
    QString title;
    QStringList lines;
};

/// What of a figure can be taken hold of and dragged.
struct FigureGrip {
    int axis = -1;
    bool title = false;  // to move the axis; else to mark a part of it
};

/// The picture of one chart of runs: everything that had to be computed of the data, ready to be
/// painted at any size. Made by makeFigure(); never changes, may be used by several threads.
class Figure {
public:
    Figure(std::shared_ptr<const RunSet> runs, FigureOptions options);
    virtual ~Figure();
    Figure(const Figure&) = delete;
    Figure& operator=(const Figure&) = delete;

    [[nodiscard]] const RunSet& runs() const { return *m_runs; }
    [[nodiscard]] const std::shared_ptr<const RunSet>& runSet() const { return m_runs; }
    [[nodiscard]] const FigureOptions& options() const { return m_options; }

    /// Why there is nothing to be seen; "" if there is something.
    [[nodiscard]] const QString& emptyText() const { return m_empty; }
    /// What is shown and what is not: "38 of 40 runs", "2 without lr".
    [[nodiscard]] const QStringList& receipt() const { return m_receipt; }
    /// In a sentence or two, for who can't see it.
    [[nodiscard]] const QString& description() const { return m_description; }

    /// Runs inside of what is marked on the axes; empty if nothing is.
    [[nodiscard]] virtual std::vector<std::uint32_t> marked() const { return {}; }

    /// Everything but what follows the pointer.
    virtual void paint(QPainter& painter, const Canvas& canvas) const = 0;
    /// What is pointed at, once more and above the rest.
    virtual void paintHit(QPainter& painter, const Canvas& canvas, const FigureHit& hit) const;
    [[nodiscard]] virtual std::optional<FigureHit> hitAt(const Canvas& canvas,
                                                         const QPointF& position) const;
    /// The mark of a run that is pointed at elsewhere.
    [[nodiscard]] virtual std::optional<FigureHit> hitOf(const Canvas& canvas,
                                                         std::uint32_t run) const;
    /// The next part for the arrow keys; without `from` the first.
    [[nodiscard]] virtual std::optional<FigureHit> neighbour(const Canvas& canvas,
                                                             const std::optional<FigureHit>& from,
                                                             int by) const;
    /// Runs whose marks are in a box.
    [[nodiscard]] virtual std::vector<std::uint32_t> runsIn(const Canvas& canvas,
                                                            const QRectF& box) const;
    [[nodiscard]] virtual bool choosesByBox() const { return false; }

    [[nodiscard]] virtual std::optional<FigureGrip> gripAt(const Canvas& canvas,
                                                           const QPointF& position) const;
    /// What the options are once a grip has been dragged; `done` on release.
    [[nodiscard]] virtual FigureOptions dragged(const Canvas& canvas, const FigureGrip& grip,
                                                const QPointF& from, const QPointF& to,
                                                bool done) const;

    /// What a wheel at a place does to the view; nothing if this figure has no such thing.
    [[nodiscard]] virtual std::optional<FigureView> zoomed(const Canvas& canvas,
                                                           const QPointF& position, double factor,
                                                           bool alongX, bool alongY) const;
    [[nodiscard]] virtual std::optional<FigureView> panned(const Canvas& canvas,
                                                           const QPointF& by) const;
    /// Moved by rows, of figures that have rows.
    [[nodiscard]] virtual std::optional<FigureView> scrolled(const Canvas& canvas,
                                                             double rows) const;

    /// The numbers behind the picture, as a table. Heads are names as MLflow writes them and are
    /// not translated; cells are texts, numbers, or invalid where there is none.
    [[nodiscard]] virtual QStringList heads() const = 0;
    [[nodiscard]] virtual int rowCount() const = 0;
    [[nodiscard]] virtual QVariant cell(int row, int column) const = 0;

protected:
    QString m_empty;
    QStringList m_receipt;
    QString m_description;

private:
    std::shared_ptr<const RunSet> m_runs;
    FigureOptions m_options;
};

/// Makes the figure of a kind; runs on any thread. Null if stopped. What the previous one has
/// computed of the same runs may be used again.
[[nodiscard]] std::shared_ptr<const Figure> makeFigure(
    std::shared_ptr<const RunSet> runs, const FigureOptions& options, std::stop_token stop = {},
    const std::shared_ptr<const Figure>& previous = nullptr);

}  // namespace podium::views
