// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/viewbinding.h"

#include "session/workspace.h"
#include "views/charts/chartgrid.h"
#include "views/charts/chartstate.h"
#include "views/charts/figurejson.h"
#include "views/dialogs/picker.h"
#include "views/runs/runspage.h"
#include "views/runs/runtable.h"
#include "views/runs/viewnamedialog.h"
#include "views/runs/viewwords.h"
#include "views/shell/mainwindow.h"
#include "views/widgets/messagebar.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace podium::app {

using session::SavedView;
using session::ViewBook;
using views::ActionId;
using views::MessageBar;

namespace {

/// Changes that come together are looked at once.
constexpr int LookDelayMs = 60;
/// Which views were shown is kept for so many sets of experiments.
constexpr int MostKept = 500;

/// Charts as they stand once they are on the screen: what they do not know is gone.
QJsonArray normalCharts(const QJsonArray& charts) {
    QJsonArray normal;
    for (const QJsonValue& chart : charts)
        normal.append(views::normalChart(chart.toObject()));
    return normal;
}

/// One arrangement in the place of another.
class ShowCommand : public QUndoCommand {
public:
    struct Shown {
        SavedView view;
        QString file;
    };

    ShowCommand(ViewBinding& binding, const QString& words, Shown before, Shown after)
        : QUndoCommand(words),
          m_binding(&binding),
          m_before(std::move(before)),
          m_after(std::move(after)) {}
    void redo() override { show(m_after); }
    void undo() override { show(m_before); }

private:
    void show(const Shown& shown) {
        if (m_binding)
            m_binding->show(shown.view, shown.file);
    }
    QPointer<ViewBinding> m_binding;
    Shown m_before;
    Shown m_after;
};

/// One content of a view's file in the place of another.
class StoreCommand : public QUndoCommand {
public:
    struct Stored {
        std::optional<SavedView> view;
        QString current;
    };

    StoreCommand(ViewBinding& binding, const QString& words, QString file, Stored before,
                 Stored after)
        : QUndoCommand(words),
          m_binding(&binding),
          m_file(std::move(file)),
          m_before(std::move(before)),
          m_after(std::move(after)) {}
    void redo() override { store(m_after); }
    void undo() override { store(m_before); }

private:
    void store(const Stored& stored) {
        if (m_binding)
            m_binding->store(m_file, stored.view, stored.current);
    }
    QPointer<ViewBinding> m_binding;
    QString m_file;
    Stored m_before;
    Stored m_after;
};

std::optional<SavedView> viewOf(const ViewBook::Entry* entry) {
    return entry != nullptr ? std::optional(entry->view) : std::nullopt;
}

}  // namespace

ViewBinding::ViewBinding(const ViewParts& parts, const QString& folder)
    : m_parts(parts),
      m_book(folder, parts.engine),
      m_picker(new views::Picker(QStringLiteral("viewPicker"), views::Picker::Filtering::Here,
                                 &parts.window)) {
    m_look.setSingleShot(true);
    m_look.setInterval(LookDelayMs);
    connect(&m_look, &QTimer::timeout, this, &ViewBinding::lookAgain);
    const auto soon = [this] {
        if (!m_look.isActive())
            m_look.start();
    };
    session::Workspace& workspace = parts.workspace;
    connect(&workspace.runs(), &session::RunsView::stateChanged, this, soon);
    connect(&workspace.runs(), &session::RunsView::snapshotChanged, this, soon);
    connect(&workspace.chosen(), &session::ChosenRuns::choicesChanged, this, soon);
    connect(&workspace, &session::Workspace::shownExperimentsChanged, this,
            &ViewBinding::bookChanged);
    connect(&parts.charts, &views::ChartGrid::stateChanged, this, soon);
    connect(parts.runs.table(), &views::RunTable::widthsChanged, this, soon);
    connect(&m_book, &ViewBook::changed, this, &ViewBinding::bookChanged);
    connect(&m_book, &ViewBook::failed, this,
            [this](const base::Error& error) { m_parts.window.messageBar()->showError(error); });
    connect(&m_book, &ViewBook::refused, this,
            [this](const QString& path, const session::ViewNote& why) {
                m_parts.window.messageBar()->showMessage(MessageBar::Kind::Warning,
                                                         views::describeRefusal(path, why));
            });
    connect(&parts.window, &views::MainWindow::viewFilesDropped, this, &ViewBinding::importFiles);
    wireActions();
    wireMenu();
    bookChanged();
}

void ViewBinding::wireActions() {
    views::Actions& actions = m_parts.window.actions();
    actions.on(ActionId::SaveView, this, [this] { save(); });
    actions.on(ActionId::SaveViewAs, this, [this] { saveAs(); });
    actions.on(ActionId::RevertView, this, [this] { revert(); });
    actions.on(ActionId::RenameView, this, [this] { rename(); });
    actions.on(ActionId::DeleteView, this, [this] { remove(); });
    actions.on(ActionId::ImportView, this, [this] { chooseImport(); });
    actions.on(ActionId::ExportView, this, [this] { chooseExport(); });
}

std::vector<session::ViewExperiment> ViewBinding::experiments() const {
    std::vector<session::ViewExperiment> list;
    for (const base::ExperimentNo number : m_parts.workspace.shownExperiments()) {
        session::SourceBook& sources = m_parts.workspace.sources();
        const cache::ExperimentRow* row = sources.experiment(number);
        const session::SourceInfo* source = row != nullptr ? sources.find(row->sourceNo) : nullptr;
        if (source != nullptr)
            list.push_back({QString::fromStdString(row->experiment.name), source->location});
    }
    return list;
}

QString ViewBinding::experimentsKey() const {
    QStringList names;
    for (const session::ViewExperiment& one : experiments())
        names.append(one.source + u'\t' + one.name);
    names.sort();
    return names.join(u'\n');
}

QString ViewBinding::currentFile() const {
    return m_current.value(experimentsKey());
}

const ViewBook::Entry* ViewBinding::current() const {
    return m_book.find(currentFile());
}

void ViewBinding::setCurrent(const QString& file) {
    const QString key = experimentsKey();
    if (key.isEmpty())
        return;
    if (file.isEmpty())
        m_current.remove(key);
    else
        m_current.insert(key, file);
    bookChanged();
    Q_EMIT stateChanged();
}

SavedView ViewBinding::captured(const SavedView* last) const {
    session::Workspace& workspace = m_parts.workspace;
    SavedView view;
    view.experiments = experiments();
    view.table = workspace.runs().state();
    view.table.columnsChosen = true;
    view.widths = m_parts.runs.table()->widths();
    view.marks = workspace.marker().marksHere(last != nullptr ? last->marks : session::RunMarks());
    view.charts = m_parts.charts.toJson();
    return view;
}

void ViewBinding::show(const SavedView& view, const QString& file) {
    session::Workspace& workspace = m_parts.workspace;
    session::ViewState state = view.table;
    // A view that says nothing of columns leaves them to the data.
    state.columnsChosen = !state.columns.empty();
    m_parts.runs.table()->setWidths(view.widths, state.columns);
    workspace.runs().setState(state);
    workspace.marker().setMarksHere(view.marks);
    if (!view.chosen.empty())
        workspace.marker().select(view.chosen);
    if (m_parts.charts.toJson() != normalCharts(view.charts))
        m_parts.charts.fromJson(view.charts);
    setCurrent(file);
}

void ViewBinding::store(const QString& file, const std::optional<SavedView>& view,
                        const QString& current) {
    m_book.put(file, view);
    setCurrent(current);
}

void ViewBinding::bookChanged() {
    fillMenu();
    lookAgain();
}

/// Whether what is seen is what was saved.
void ViewBinding::lookAgain() {
    const ViewBook::Entry* entry = current();
    views::Actions& actions = m_parts.window.actions();
    const bool shown = !m_parts.workspace.shownExperiments().empty();
    m_changed = false;
    if (entry != nullptr) {
        SavedView saved = entry->view;
        saved.charts = normalCharts(saved.charts);
        m_changed = !session::sameArrangement(saved, captured(&saved));
    }
    m_parts.window.setViewTitle(entry != nullptr ? entry->view.name : QString(), m_changed);
    actions[ActionId::SaveView]->setEnabled(shown && (entry == nullptr || m_changed));
    actions[ActionId::SaveViewAs]->setEnabled(shown);
    actions[ActionId::ExportView]->setEnabled(shown);
    actions[ActionId::RevertView]->setEnabled(m_changed);
    actions[ActionId::RenameView]->setEnabled(entry != nullptr);
    actions[ActionId::DeleteView]->setEnabled(entry != nullptr);
    actions[ActionId::SwitchView]->setEnabled(shown);
}

void ViewBinding::switchTo(const QString& file) {
    const ViewBook::Entry* entry = m_book.find(file);
    if (entry == nullptr || m_parts.workspace.shownExperiments().empty())
        return;
    const bool mine = session::isFor(entry->view, experiments());
    const std::vector<session::ViewNote> notes = entry->notes;
    SavedView before = captured();
    before.chosen = m_parts.workspace.marker().selectedIds();
    m_parts.workspace.undo().push(new ShowCommand(*this, tr("view “%1”").arg(entry->view.name),
                                                  {std::move(before), currentFile()},
                                                  {entry->view, mine ? file : QString()}));
    m_parts.window.showPage(views::PageId::Runs);
    if (!notes.empty())
        m_parts.window.messageBar()->showMessage(MessageBar::Kind::Warning, views::describe(notes));
}

void ViewBinding::revert() {
    if (const ViewBook::Entry* entry = current()) {
        // What is selected is no part of the change.
        SavedView saved = entry->view;
        saved.chosen.clear();
        m_parts.workspace.undo().push(new ShowCommand(*this, tr("reverting a view"),
                                                      {captured(), currentFile()},
                                                      {std::move(saved), currentFile()}));
    }
}

void ViewBinding::save() {
    const ViewBook::Entry* entry = current();
    if (entry == nullptr)
        return saveAs();
    SavedView view = captured(&entry->view);
    view.name = entry->view.name;
    view.experiments = entry->view.experiments;
    view.chosen = m_parts.workspace.marker().selectedIds();
    m_parts.workspace.undo().push(new StoreCommand(*this, tr("saving a view"), entry->file,
                                                   {entry->view, entry->file},
                                                   {std::move(view), entry->file}));
}

void ViewBinding::saveAs() {
    const ViewBook::Entry* entry = current();
    const auto judge = [this](const QString& name) -> views::ViewNameDialog::Verdict {
        if (m_book.named(name, experiments()) != nullptr)
            return {tr("The view of this name is replaced."), true};
        return {tr("Filter, columns, order, groups, colours and charts are kept under this name."),
                true};
    };
    auto* dialog = new views::ViewNameDialog(tr("Save the view"),
                                             entry != nullptr ? entry->view.name : QString(), judge,
                                             &m_parts.window);
    connect(dialog, &views::ViewNameDialog::nameAccepted, this, &ViewBinding::saveAsNamed);
    dialog->open();
}

void ViewBinding::saveAsNamed(const QString& name) {
    const ViewBook::Entry* old = m_book.named(name, experiments());
    const QString file = old != nullptr ? old->file : m_book.freeFile(name);
    const ViewBook::Entry* entry = current();
    SavedView view = captured(entry != nullptr ? &entry->view : nullptr);
    view.name = name;
    view.chosen = m_parts.workspace.marker().selectedIds();
    m_parts.workspace.undo().push(new StoreCommand(
        *this, tr("saving a view"), file, {viewOf(old), currentFile()}, {std::move(view), file}));
}

void ViewBinding::rename() {
    const ViewBook::Entry* entry = current();
    if (entry == nullptr)
        return;
    const QString file = entry->file;
    const auto judge = [this, file](const QString& name) -> views::ViewNameDialog::Verdict {
        const ViewBook::Entry* other = m_book.named(name, experiments());
        if (other != nullptr && other->file != file)
            return {tr("There is a view of this name already."), false};
        return {{}, true};
    };
    auto* dialog =
        new views::ViewNameDialog(tr("Rename the view"), entry->view.name, judge, &m_parts.window);
    connect(dialog, &views::ViewNameDialog::nameAccepted, this, [this, file](const QString& name) {
        const ViewBook::Entry* old = m_book.find(file);
        if (old == nullptr || old->view.name == name)
            return;
        SavedView renamed = old->view;
        renamed.name = name;
        m_parts.workspace.undo().push(new StoreCommand(*this, tr("renaming a view"), file,
                                                       {old->view, currentFile()},
                                                       {std::move(renamed), currentFile()}));
    });
    dialog->open();
}

void ViewBinding::remove() {
    const ViewBook::Entry* entry = current();
    if (entry == nullptr)
        return;
    QUndoStack& undo = m_parts.workspace.undo();
    const QString name = entry->view.name;
    undo.push(new StoreCommand(*this, tr("deleting a view"), entry->file,
                               {entry->view, entry->file}, {std::nullopt, QString()}));
    MessageBar* bar = m_parts.window.messageBar();
    bar->showMessage(MessageBar::Kind::Info,
                     tr("The view “%1” was deleted. The table stays as it is.").arg(name));
    QPushButton* back = bar->addAction(tr("Undo"));
    connect(back, &QPushButton::clicked, &undo, &QUndoStack::undo);
    // Any other step makes the words wrong, and the button another step's.
    connect(&undo, &QUndoStack::indexChanged, back, [bar] { bar->hide(); });
}

QByteArray ViewBinding::saveState() const {
    QJsonObject json;
    for (auto it = m_current.begin(); it != m_current.end(); ++it)
        json.insert(it.key(), it.value());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void ViewBinding::restoreState(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    m_current.clear();
    for (auto it = object.begin(); it != object.end() && m_current.size() < MostKept; ++it)
        m_current.insert(it.key(), it.value().toString());
    bookChanged();
}

}  // namespace podium::app
