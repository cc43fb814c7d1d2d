// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVector>
#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QTabWidget;

namespace podium::artifacts {
struct TextDiff;
}

namespace podium::views {

/// What a decoder found out about a file, in words for people. Made on a worker.
struct Report {
    struct Table {
        QString title;
        QStringList columns;
        std::vector<bool> numeric;  // by column: to the right, in a fixed width
        std::vector<QStringList> rows;
        QString note;  // below the title, e.g. that only the first rows are here
    };
    struct Text {
        QString title;
        QString text;
        bool isCode = true;
    };
    struct Line {  // least and greatest of stretches; NaN leaves a gap
        QString title;
        std::vector<double> low, high;
        QString note;
    };
    struct Grid {  // by rows; NaN is empty
        QString title;
        std::vector<double> cells;
        int rows = 0, columns = 0;
        QString note;
    };
    struct Shapes {  // lines of x and y, upwards
        QString title;
        std::vector<std::vector<QPointF>> lines;
        std::vector<QPointF> points;
        QRectF bounds;
    };

    QString summary;  // for the head: "3 × 4 float32"
    QString notice;   // what the person must know first; "" for nothing
    bool isWarning = false;
    bool tablesFirst = false;  // before the pictures
    std::vector<std::pair<QString, QString>> facts;
    QList<Text> codes;  // to be copied: shown above the pages, each with its button
    QList<Grid> grids;
    QList<Line> lines;
    QList<Shapes> shapes;
    QList<Table> tables;
    QList<Text> texts;
    std::shared_ptr<const artifacts::TextDiff> sideBySide;  // of two texts; only in a FileDiff
};

/// Shows a report: facts on top, below them a page for each table, text and picture. Lives on the
/// UI thread.
class ReportView : public QWidget {
    Q_OBJECT
public:
    explicit ReportView(QWidget* parent = nullptr);
    void setReport(const Report& report);

private:
    void addTables(const Report& report);
    void addFacts(const Report& report);
    void addCode(const Report::Text& code);
    QWidget* makeTable(const Report::Table& table);
    QWidget* makeText(const Report::Text& text);
    static QWidget* withNote(QWidget* page, const QString& note);

    QLabel* m_notice;
    QWidget* m_facts;
    QGridLayout* m_grid;
    QTabWidget* m_pages;
};

}  // namespace podium::views
