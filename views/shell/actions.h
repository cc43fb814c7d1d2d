// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs/shortcutsdialog.h"

#include <QAction>
#include <QObject>
#include <QVector>

#include <array>
#include <span>
#include <utility>

class QMenu;
class QMenuBar;
class QWidget;

namespace podium::views {

/// Everything that a menu, a key or the command palette can do.
enum class ActionId {
    // File
    OpenFolder,
    OpenFile,
    ConnectServer,
    TrySample,
    Sync,
    SyncAll,
    FullReread,
    CancelSync,
    PauseSource,
    Connection,
    ReadOnlySource,
    FindMovedArtifacts,
    RemoveSource,
    CloseSource,
    Quit,
    // Edit
    Undo,
    Redo,
    Copy,
    CopyTsv,
    CopyCsv,
    CopyMarkdown,
    CopyJson,
    CopyRunIds,
    CopyForPaper,
    SelectAll,
    Find,
    ClearFilter,
    // View
    PageRuns,
    PageCompare,
    PageModels,
    PageReviews,
    PageProblems,
    PageSources,
    ToggleSources,
    ToggleInspector,
    ToggleCharts,
    Columns,
    ColumnMenu,
    Group,
    ExpandAll,
    CollapseAll,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    FullScreen,
    // View > Views
    SaveView,
    SaveViewAs,
    RevertView,
    SwitchView,
    RenameView,
    DeleteView,
    ImportView,
    ExportView,
    // Run
    OpenRun,
    ToggleInCharts,
    ShowOnlySelected,
    HideAllInCharts,
    RunColour,
    CopyRunId,
    OpenArtifacts,
    RenameRun,
    EditNotes,
    AddTag,
    DeleteTags,
    KeepExperiment,
    KeepRun,
    CompareRuns,
    AddToCompare,
    // Compare
    NextDifference,
    PreviousDifference,
    SetBaseline,
    RemoveFromCompare,
    CompareRules,
    ExportComparison,
    CompareFiles,
    // Chart
    AddChart,
    AddExpressionChart,
    SystemMetrics,
    UndoZoom,
    ResetZoom,
    AxisStep,
    AxisTime,
    AxisRelative,
    LogScale,
    SmoothMore,
    SmoothLess,
    ExportImage,
    ExportAllCharts,
    OpenChartRecipe,
    // Registry
    OpenSourceRun,
    CopyModelUri,
    ModelBoard,
    BoardLanes,
    VersionMetric,
    MoveToStage,
    SetAlias,
    RemoveAlias,
    EditVersionNotes,
    AddVersionTag,
    AskPromotion,
    Approve,
    Reject,
    CommentRequest,
    WithdrawRequest,
    ReviewPolicy,
    // Tools
    QuickOpen,
    CommandPalette,
    Outbox,
    AuditLog,
    SaveReviewPack,
    Settings,
    // Help
    Shortcuts,
    About,
    AboutQt,
    Count_,
};

enum class MenuId {
    File,
    Edit,
    CopyAs,
    View,
    Theme,
    Views,
    Run,
    Compare,
    Chart,
    Axis,
    Registry,
    Tools,
    Help
};

/// One line of the table of actions.
struct ActionSpec {
    enum Flag : unsigned {
        None = 0,
        Separated = 1,  // a line above it
        Checkable = 2,
        Exclusive = 4,  // of the checkable ones of its menu only one is checked
        /// Its keys count only inside the widgets it was added to (QWidget::addAction): Space and
        /// Enter must stay what they are in a button or a line edit.
        Local = 8,
    };

    ActionId id;
    MenuId menu;
    const char* name;  // the QAction's objectName
    const char* text;  // with its "&"; to be translated in the context "Actions"
    const char* tip;   // a sentence for the status bar, likewise
    const char* keys;  // QKeySequence::PortableText, several parted by spaces
    const char16_t* icon;
    unsigned flags = None;
};

[[nodiscard]] std::span<const ActionSpec> actionSpecs();

/// Creates and owns every action. All are disabled until on() says what they do; what nobody has
/// said anything about is not shown. One per window, of the UI thread.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject* parent = nullptr);

    [[nodiscard]] QAction* operator[](ActionId id) const {
        return m_actions[static_cast<std::size_t>(id)];
    }

    /// Says what an action does: enables it and shows it. `context` ends the connection with its
    /// life.
    template <typename Function>
    void on(ActionId id, const QObject* context, Function&& function) {
        connect((*this)[id], &QAction::triggered, context, std::forward<Function>(function));
        wire(id);
    }
    /// The same for a checkable action, with the new state.
    template <typename Function>
    void onToggled(ActionId id, const QObject* context, Function&& function) {
        connect((*this)[id], &QAction::toggled, context, std::forward<Function>(function));
        wire(id);
    }

    /// Fills a menu bar. A menu shows itself only while it has a visible action.
    void fill(QMenuBar* bar);
    [[nodiscard]] QMenu* menu(MenuId id) const;

    /// The text without "&" and dots, and its menu's: for the palette and the list of shortcuts.
    [[nodiscard]] QString plainText(ActionId id) const;
    [[nodiscard]] QString menuTitle(ActionId id) const;
    [[nodiscard]] QVector<ShortcutLine> shortcutLines() const;
    /// The wired actions in the order of the menus.
    [[nodiscard]] QVector<ActionId> visible() const;

private:
    void wire(ActionId id);
    void refreshMenus();
    QMenu* makeMenu(MenuId id, QWidget* parent);

    std::array<QAction*, static_cast<std::size_t>(ActionId::Count_)> m_actions{};
    std::array<QMenu*, static_cast<std::size_t>(MenuId::Help) + 1> m_menus{};
};

}  // namespace podium::views
