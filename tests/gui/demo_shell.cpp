// SPDX-License-Identifier: GPL-3.0-or-later
// The main window with made-up pages, to look at without a store: demo_shell [light|dark|system]
// [start|long|palette|settings|problems|menu|drop|fault|rtl]...
#include "base/error.h"
#include "views/shell/dropoverlay.h"
#include "views/shell/mainwindow.h"
#include "views/shell/statusarea.h"
#include "views/text/text.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/keyvaluetable.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/taskswidget.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTimer>
#include <QTranslator>
#include <QTreeView>
#include <QVBoxLayout>

using namespace podium;
using namespace podium::views;

namespace {

QList<QStandardItem*> cells(const QStringList& texts, bool numbers = true) {
    QList<QStandardItem*> row;
    for (const QString& text : texts) {
        auto* item = new QStandardItem(text);
        if (numbers && row.size() > 1)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.append(item);
    }
    return row;
}

QTreeView* makeTable(QWidget* parent) {
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({QStringLiteral("Run"), QStringLiteral("Status"),
                                      QStringLiteral("val_loss · min"),
                                      QStringLiteral("accuracy · last"), QStringLiteral("lr"),
                                      QStringLiteral("model"), QStringLiteral("Started")});
    const char* rows[] = {
        "sweep-14|Finished|0.2113|0.934|3e-4|resnet18|2 h ago",
        "sweep-13|Finished|0.2301|0.927|3e-4|resnet50|yesterday",
        "baseline|Finished|0.2401|0.921|1e-3|resnet50|3 d ago",
        "resnet50-long-schedule-cosine-ema|Running|0.2490|0.918|5e-4|resnet18|now",
        "augment-strong|Finished|0.2534|0.915|5e-4|resnet50|5 d ago",
        "no-ema|Killed|0.2711|0.905|5e-4|resnet50|8 d ago",
        "sgd-momentum|Finished|0.2802|0.901|1e-1|resnet18|9 d ago"};
    for (const char* row : rows)
        model->appendRow(cells(QString::fromUtf8(row).split(QLatin1Char('|'))));
    auto child = cells({QStringLiteral("trial-03"), QStringLiteral("Failed"), QStringLiteral("NaN"),
                        QStringLiteral("0.100"), QStringLiteral("3e-1"), QStringLiteral("resnet50"),
                        QStringLiteral("2 h ago")});
    child[1]->setForeground(colors(parent->palette()).bad);
    model->item(0)->appendRow(child);
    for (int column = 2; column < 7; ++column)
        model->setHeaderData(column, Qt::Horizontal, QVariant(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    model->setHeaderData(0, Qt::Horizontal, QVariant(Qt::AlignLeft | Qt::AlignVCenter),
                         Qt::TextAlignmentRole);
    model->setHeaderData(1, Qt::Horizontal, QVariant(Qt::AlignLeft | Qt::AlignVCenter),
                         Qt::TextAlignmentRole);
    auto* view = new QTreeView(parent);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformRowHeights(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setSortingEnabled(true);
    view->sortByColumn(2, Qt::AscendingOrder);
    view->expandAll();
    setRowLines(view);
    view->setColumnWidth(0, 300);
    view->setAccessibleName(QStringLiteral("Runs"));
    view->selectionModel()->select(model->index(0, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    view->selectionModel()->select(model->index(0, 0, model->index(0, 0)),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return view;
}

class FakeChart : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        for (int s = 0; s < SeriesColorCount; ++s) {
            p.setPen(QPen(seriesColor(s, palette()), 1.2));
            QPolygonF line;
            for (int x = 0; x < width() - 20; x += 3) {
                line.append(QPointF(
                    10 + x,
                    height() - 20 -
                        (height() - 40) * (0.1 + 0.06 * s + std::exp(-x / (40.0 + 9 * s)) * 0.3)));
            }
            p.drawPolyline(line);
        }
    }
};

QWidget* makeRunsPage(QWidget* parent) {
    auto* split = new QSplitter(Qt::Vertical, parent);
    split->addWidget(makeTable(split));
    auto* charts = new QWidget(split);
    auto* layout = new QHBoxLayout(charts);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (const auto& [title, note] :
         {std::pair{QStringLiteral("val_loss"), QStringLiteral("step · smoothed 0.6 · log off")},
          std::pair{QStringLiteral("accuracy"),
                    QStringLiteral("relative time · mean ± std over seed, n = 5")}}) {
        auto* card = new Card(title, charts);
        card->setNote(note);
        card->body()->addWidget(new FakeChart(card), 1);
        layout->addWidget(card, 1);
    }
    split->addWidget(charts);
    split->setSizes({380, 420});
    return split;
}

QWidget* makeSources(QWidget* parent) {
    auto* model = new QStandardItemModel(parent);
    auto* store = new QStandardItem(QStringLiteral("mlruns"));
    model->appendRow({store, new QStandardItem(QStringLiteral("synced"))});
    for (const auto& [name, n] :
         {std::pair{"cifar", 1204}, std::pair{"bert-finetune", 311}, std::pair{"ablations", 96}})
        store->appendRow(
            {new QStandardItem(QString::fromLatin1(name)), new QStandardItem(count(n))});
    auto* view = new QTreeView(parent);
    view->setModel(model);
    view->setHeaderHidden(true);
    view->setFrameShape(QFrame::NoFrame);
    view->expandAll();
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    view->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    view->setAccessibleName(QStringLiteral("Sources"));
    return view;
}

QWidget* makeInspector(QWidget* parent) {
    auto* all = new QWidget(parent);
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* tabs = new QTabBar(all);
    for (const char* tab : {"Overview", "Params", "Metrics", "Artifacts", "Notes"})
        tabs->addTab(QString::fromLatin1(tab));
    tabs->setCurrentIndex(1);
    tabs->setExpanding(false);
    layout->addWidget(tabs);
    auto* table = new KeyValueTable(all);
    using Tone = KeyValueRow::Tone;
    table->setGroups({{QStringLiteral("Different · 4 of 23"),
                       {{QStringLiteral("lr"),
                         {QStringLiteral("3e-4"), QStringLiteral("1e-3")},
                         {},
                         {},
                         Tone::Plain},
                        {QStringLiteral("weight_decay"),
                         {QStringLiteral("0.05"), QStringLiteral("0.01")},
                         {},
                         {},
                         Tone::Plain},
                        {QStringLiteral("augment"),
                         {QStringLiteral("strong"), QStringLiteral("weak")},
                         {},
                         {},
                         Tone::Plain},
                        {QStringLiteral("seed"),
                         {QStringLiteral("3"), QStringLiteral("11")},
                         {},
                         {},
                         Tone::Plain}}},
                      {QStringLiteral("The same · 19"),
                       {{QStringLiteral("optimizer"),
                         {QStringLiteral("adamw"), QStringLiteral("adamw")},
                         {},
                         {},
                         Tone::Plain},
                        {QStringLiteral("source run"),
                         {QStringLiteral("nightly-2026"), QStringLiteral("x")},
                         {},
                         QStringLiteral("run:1"),
                         Tone::Plain},
                        {QStringLiteral("epochs"),
                         {QStringLiteral("90"), QStringLiteral("90")},
                         {},
                         {},
                         Tone::Plain}}}});
    layout->addWidget(table, 1);
    return all;
}

void fillStatus(MainWindow& window) {
    TaskInfo task;
    task.id = QStringLiteral("1");
    task.name = QStringLiteral("lab server");
    task.amount = QStringLiteral("14 900 of 48 211 runs");
    task.done = 14900;
    task.total = 48211;
    window.status()->tasks()->setTask(task);
    window.status()->setChartsText(QStringLiteral("6 of 1 204 shown in charts"));
    window.status()->setSelectionText(QStringLiteral("3 of 1 204 selected"));
    window.status()->setSyncText(QStringLiteral("synced 4 min ago"));
    const QString filter = QStringLiteral(
        "min(metrics.val_loss) < 0.3 AND (params.model = \"resnet50\" OR tags.best = \"yes\")");
    window.searchField()->setText(filter);
    window.searchField()->setSpans(filter, {{0, 21, SpanKind::Key},
                                            {28, 4, SpanKind::Keyword},
                                            {32, 13, SpanKind::Key},
                                            {47, 10, SpanKind::Text},
                                            {58, 2, SpanKind::Keyword},
                                            {61, 9, SpanKind::Key},
                                            {73, 5, SpanKind::Text}});
    window.searchField()->setCountText(QStringLiteral("212 of 1 204"));
    window.searchField()->setCompletionProvider([](const QString&, int cursor) {
        return Completion{
            cursor,
            0,
            {{QStringLiteral("metrics.val_loss"), QStringLiteral("metric · 1 204 runs")},
             {QStringLiteral("metrics.val_accuracy"), QStringLiteral("metric · 1 180 runs")},
             {QStringLiteral("params.model"), QStringLiteral("param")}}};
    });
}

void wireFakes(MainWindow& window) {
    for (const ActionSpec& spec : actionSpecs()) {
        if (!window.actions()[spec.id]->isVisible())
            window.actions().on(spec.id, &window, [] {});
    }
    window.setQuickOpenProvider([](const QString& query) {
        return QVector<PickerItem>{
            {QStringLiteral("baseline"), QStringLiteral("run"), {}, true, {}},
            {query, QStringLiteral("query"), {}, true, {}}};
    });
}

void actOn(MainWindow& window, const QString& what) {
    if (what == QLatin1String("palette")) {
        window.actions()[ActionId::CommandPalette]->trigger();
    } else if (what == QLatin1String("settings")) {
        window.actions()[ActionId::Settings]->trigger();
    } else if (what == QLatin1String("shortcuts")) {
        window.actions()[ActionId::Shortcuts]->trigger();
    } else if (what == QLatin1String("about")) {
        window.actions()[ActionId::About]->trigger();
    } else if (what == QLatin1String("menu")) {
        window.menuBar()->setActiveAction(window.actions().menu(MenuId::View)->menuAction());
        window.actions().menu(MenuId::View)->popup(window.mapToGlobal(QPoint(90, 28)));
    } else if (what == QLatin1String("drop")) {
        if (auto* overlay = window.findChild<DropOverlay*>())
            overlay->appear(describeDrop({QStringLiteral("/home/ada/work/mlruns")}));
    } else if (what == QLatin1String("fault")) {
        window.searchField()->focusAll();
        window.searchField()->setFault(22, 1, QStringLiteral("Expected a value after “<”."));
    } else if (what == QLatin1String("complete")) {
        window.searchField()->focusAll();
        window.searchField()->edit()->setCursorPosition(22);
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
        QApplication::sendEvent(window.searchField()->edit(), &down);
    } else if (what == QLatin1String("problems")) {
        window.showPage(PageId::Problems);
        window.messageBar()->showError(
            {base::ErrorCode::PathNotReadable, {"/mnt/lab/mlruns", "Permission denied"}});
        window.messageBar()->addAction(QStringLiteral("Try again"));
    }
}

/// Every text of the program half as long again, as German can be.
class LongWords : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* source,
                                    const char* /*comment*/, int /*n*/) const override {
        const QString text = QString::fromUtf8(source);
        return text + QString(1 + text.size() / 2, QLatin1Char('n'));
    }
};

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    const auto choice =
        args.contains(QLatin1String("dark"))
            ? ThemeChoice::Dark
            : (args.contains(QLatin1String("light")) ? ThemeChoice::Light : ThemeChoice::System);
    LongWords longWords;
    if (args.contains(QLatin1String("long")))
        QCoreApplication::installTranslator(&longWords);
    Theme theme(app, choice);
    if (args.contains(QLatin1String("rtl")))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    MainWindow window(theme);
    wireFakes(window);
    window.addPage(PageId::Runs, makeRunsPage(&window));
    window.addPage(PageId::Models, new EmptyState(&window));
    auto* problems = new EmptyState(&window);
    problems->setContent(QStringLiteral("circle-check"), QStringLiteral("No problems"),
                         QStringLiteral("Everything in the open sources could be read."));
    problems->addButton(QStringLiteral("Sync again"), true);
    window.addPage(PageId::Problems, problems);
    window.addPage(PageId::Sources, new EmptyState(&window));
    window.setBadge(PageId::Problems, 3, QStringLiteral("3 problems"));
    window.setSourcesPanel(makeSources(&window));
    window.setInspector(makeInspector(&window));
    window.setRecentSources(
        {{QStringLiteral("/home/ada/work/cifar/mlruns"), QStringLiteral("cifar"),
          QStringLiteral("1 204 runs · synced 2 h ago"), false},
         {QStringLiteral("/mnt/lab/experiments/bert/mlruns"), QStringLiteral("bert"),
          QStringLiteral("not there any more"), true}});
    window.setHasSources(!args.contains(QLatin1String("start")));
    if (!args.contains(QLatin1String("start")))
        fillStatus(window);
    window.resize(args.contains(QLatin1String("small")) ? QSize(1280, 800) : QSize(1440, 900));
    window.move(0, 0);
    window.show();
    QTimer::singleShot(300, &window, [&window, args] {
        for (const QString& what : args)
            actOn(window, what);
    });
    return QApplication::exec();
}
