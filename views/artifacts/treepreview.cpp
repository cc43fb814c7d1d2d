// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/treepreview.h"

#include "artifacts/json.h"
#include "artifacts/open.h"
#include "artifacts/yaml.h"
#include "views/artifacts/valuemodel.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace podium::views {

using artifacts::Kind;
using artifacts::TreeEnd;
using artifacts::ValueTree;
using base::Result;

namespace {

constexpr int WidthForTypes = 420;

Result<ValueTree> readTree(const PreviewItem& item, const std::stop_token& stop) {
    const auto file = artifacts::File::open(item.root, item.raw);
    PODIUM_TRY(ValueTree, file);
    const auto text = artifacts::openText(file.value());
    PODIUM_TRY(ValueTree, text);
    if (item.kind == Kind::Json)
        return artifacts::readJson(text.value(), {}, stop);
    if (item.kind == Kind::JsonLines)
        return artifacts::readJsonLines(text.value(), {}, stop);
    return artifacts::readYaml(text.value(), {}, stop);
}

QString endText(const ValueTree& tree) {
    switch (tree.end()) {
        case TreeEnd::Whole:
            if (tree.empty())
                return TreePreview::tr("The document is empty.");
            if (tree.type(ValueTree::Root) == artifacts::ValueType::Object &&
                tree.childCount(ValueTree::Root) == 0)
                return TreePreview::tr("The document is an empty object.");
            if (tree.type(ValueTree::Root) == artifacts::ValueType::Array &&
                tree.childCount(ValueTree::Root) == 0)
                return TreePreview::tr("The document is an empty list.");
            return {};
        case TreeEnd::TooMany:
            return TreePreview::tr("Only the first %1 values are shown; the source has all.")
                .arg(count(static_cast<qint64>(tree.size())));
        case TreeEnd::TooDeep:
            return TreePreview::tr("What is nested too deep is left out; the source has all.");
        case TreeEnd::TooLong:
            return TreePreview::tr("Only the beginning of this big file is shown as a tree.");
        case TreeEnd::Malformed:
            break;
    }
    return TreePreview::tr(
               "Broken at line %1, column %2: expected %3. What stands before is shown.")
        .arg(QString::number(tree.line()), QString::number(tree.column()),
             QString::fromStdString(tree.reason()));
}

}  // namespace

TreePreview::TreePreview(jobs::JobEngine& engine, QWidget* parent)
    : Preview(parent),
      m_reading(engine, this),
      m_model(new ValueModel(this)),
      m_view(new QTreeView(this)),
      m_notice(new QLabel(this)) {
    m_notice->setObjectName(QStringLiteral("treeNotice"));
    m_notice->setWordWrap(true);
    m_notice->setMargin(metrics::Gap);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_view->setObjectName(QStringLiteral("valueTree"));
    m_view->setAccessibleName(tr("Values of the file"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setModel(m_model);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ValueModel::ValueColumn, QHeaderView::Stretch);
    m_view->header()->setSectionsMovable(false);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TreePreview::showMenu);
    auto* copyKey = new QShortcut(QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, [this] { copy(ValueModel::ValueColumn); });
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addWidget(m_notice);
    box->addWidget(m_view);
    setFocusProxy(m_view);
}

void TreePreview::load(const PreviewItem& item) {
    m_reading.start(
        [item](std::stop_token stop, base::Progress&) -> Result<Tree> {
            auto tree = readTree(item, stop);
            if (!tree.ok())
                return tree.as<Tree>();
            return Tree(std::make_shared<ValueTree>(std::move(tree).value()));
        },
        [this](Result<Tree> tree) {
            if (tree.failed())
                Q_EMIT failed(tree.error());
            else
                show(tree.value());
        });
}

void TreePreview::show(const Tree& tree) {
    m_model->setTree(tree);
    m_notice->setText(endText(*tree));
    m_notice->setVisible(!m_notice->text().isEmpty());
    // Small documents stand open; big ones open where the person looks.
    constexpr std::size_t OpenAtOnce = 200;
    if (tree->size() <= OpenAtOnce)
        m_view->expandAll();
    else if (m_model->rowCount() <= 20)
        m_view->expandToDepth(0);
    m_view->header()->setResizeContentsPrecision(100);
    m_view->resizeColumnToContents(ValueModel::KeyColumn);
    m_view->resizeColumnToContents(ValueModel::TypeColumn);
    m_view->setColumnWidth(
        ValueModel::KeyColumn,
        std::clamp(m_view->columnWidth(ValueModel::KeyColumn), 80, std::max(120, width() / 2)));
    m_view->setCurrentIndex(m_model->index(0, 0));
    Q_EMIT factsChanged(tree->size() == 1
                            ? tr("1 value")
                            : tr("%1 values").arg(count(static_cast<qint64>(tree->size()))));
    Q_EMIT shown();
}

void TreePreview::resizeEvent(QResizeEvent* event) {
    Preview::resizeEvent(event);
    // In a narrow place the room belongs to the values.
    m_view->setColumnHidden(ValueModel::TypeColumn, width() < WidthForTypes);
}

void TreePreview::copy(int column) {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    QGuiApplication::clipboard()->setText(
        column < 0
            ? m_model->pathOf(index)
            : m_model->data(index.siblingAtColumn(column), ValueModel::FullTextRole).toString());
}

void TreePreview::showMenu(const QPoint& point) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"), tr("Copy value"), this,
                    [this] { copy(ValueModel::ValueColumn); });
    menu->addAction(tr("Copy key"), this, [this] { copy(ValueModel::KeyColumn); });
    menu->addAction(tr("Copy path"), this, [this] { copy(-1); });
    menu->addSeparator();
    menu->addAction(tr("Expand below"), this,
                    [this] { m_view->expandRecursively(m_view->currentIndex(), 3); });
    menu->addAction(tr("Collapse all"), m_view, &QTreeView::collapseAll);
    menu->popup(m_view->viewport()->mapToGlobal(point));
}

}  // namespace podium::views
