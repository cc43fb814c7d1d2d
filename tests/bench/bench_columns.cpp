// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"
#include "views/runs/columnpicker.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTreeView>

namespace podium::bench {

using nlohmann::json;

namespace {

session::ColumnNames names(int metrics) {
    session::ColumnNames names;
    const auto fill = [](std::vector<std::string>& list, const std::string& prefix, int count) {
        for (int i = 0; i < count; ++i)
            list.push_back(prefix + std::to_string(i / 12) + "/metric_" + std::to_string(i % 12));
        std::sort(list.begin(), list.end());
    };
    fill(names.metrics, "layer_", metrics);
    fill(names.params, "config_", metrics / 20);
    fill(names.tags, "note_", metrics / 50);
    return names;
}

/// The bare thing: a tree of as many texts, shown.
double plainTree(const session::ColumnNames& names) {
    QTreeView tree;
    tree.resize(720, 560);
    tree.setUniformRowHeights(true);
    QStandardItemModel model;
    return timed([&] {
        for (const std::string& name : names.metrics)
            model.appendRow(new QStandardItem(QString::fromStdString(name)));
        tree.setModel(&model);
        tree.show();
        QCoreApplication::processEvents();
    });
}

}  // namespace

json benchColumns(const Options& options) {
    const session::ColumnNames all = names(options.metrics);
    std::vector<query::ColumnKey> shown;
    for (int i = 0; i < options.columns; ++i)
        shown.push_back(query::metricColumn(all.metrics[static_cast<std::size_t>(i)]));
    Samples open;
    Samples filter;
    Samples check;
    Samples least;
    for (int i = 0; i < options.repetitions; ++i) {
        least.add(plainTree(all));
        std::unique_ptr<views::ColumnPicker> picker;
        open.add(timed([&] {
            picker = std::make_unique<views::ColumnPicker>();
            picker->setNames(all);
            picker->setColumns(shown);
            picker->show();
            QCoreApplication::processEvents();
        }));
        auto* field = picker->findChild<QLineEdit*>(QStringLiteral("columnFilter"));
        auto* tree = picker->findChild<QTreeView*>(QStringLiteral("columnTree"));
        filter.add(timed([&] {
            field->setText(QStringLiteral("1"));
            QCoreApplication::processEvents();
        }));
        const QModelIndex first = tree->model()->index(0, 0, tree->model()->index(0, 0));
        check.add(timed([&] {
            tree->model()->setData(first, Qt::Checked, Qt::CheckStateRole);
            QCoreApplication::processEvents();
        }));
    }
    json result = against(open, least);
    result["filter"] = filter.json();
    result["check"] = check.json();
    result["names"] = options.metrics;
    return result;
}

}  // namespace podium::bench
