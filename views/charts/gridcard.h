// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "views/charts/cardfiles.h"
#include "views/charts/paperdialog.h"
#include "views/widgets/card.h"

#include <QJsonObject>
#include <QVector>

namespace podium::views {

/// What the grid of charts knows of each of its cards, whatever it shows.
class GridCard : public Card {
    Q_OBJECT
public:
    using Card::Card;

    /// What is kept of it for the next start.
    [[nodiscard]] virtual QJsonObject json() const = 0;
    /// A name for files of this chart, without a suffix.
    [[nodiscard]] virtual QString fileName() const = 0;
    /// Writes the chart into a file; the kind is taken from the suffix (png, svg, pdf, csv), and
    /// its recipe is written beside it. Ends with exported() or exportFailed().
    virtual void exportTo(const QString& path, double scale) = 0;
    /// Asks for a file and writes the chart as a picture into it.
    void chooseExport() { chooseFile(QStringLiteral("png"), 2); }
    /// How large a PDF is.
    void setPaper(const PaperForm& form) { m_paper = form; }
    /// Makes a run stand out because it is pointed at elsewhere; 0 is none.
    virtual void setHoveredRun(qint64 runNo) = 0;
    virtual void resetZoom() = 0;

Q_SIGNALS:
    void stateChanged();
    void removeRequested();
    /// By so many places, in reading order.
    void moveRequested(int by);
    /// These runs were pointed out by a click or a box.
    void runsClicked(const QVector<qint64>& runs);
    /// The pointer is at a run; 0: at none any more.
    void hoveredRun(qint64 runNo);
    void exported(const QString& path);
    void exportFailed(const QString& path, const podium::base::Error& error);

protected:
    /// Asks for a file of this kind, and of a PDF for its size, and exports.
    void chooseFile(const QString& suffix, double scale);
    [[nodiscard]] const PaperForm& paper() const { return m_paper; }
    /// Does `work` on another thread, then writes the recipe beside the file, and tells.
    void writeWithRecipe(const QString& path, const QByteArray& recipe,
                         std::function<Written()> work);

private:
    void askPaper(const QString& path);

    PaperForm m_paper;
};

}  // namespace podium::views
