// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/tree.h"

#include <QTest>

#include <numeric>

using namespace podium::query;

namespace {

/// A frame's two columns from a text such as "a b<a c<b": run ids, and the parent behind "<".
struct Runs {
    explicit Runs(const QString& text) {
        const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        TextColumnBuilder idBuilder(static_cast<std::size_t>(words.size()));
        TextColumnBuilder parentBuilder(static_cast<std::size_t>(words.size()));
        for (const QString& word : words) {
            const QStringList parts = word.split(QLatin1Char('<'));
            idBuilder.set(names.size(), parts[0].toStdString());
            if (parts.size() > 1)
                parentBuilder.set(names.size(), parts[1].toStdString());
            names.push_back(parts[0].toStdString());
        }
        ids = idBuilder.take();
        parents = parentBuilder.take();
    }

    [[nodiscard]] Nesting nesting() const { return {&ids, &parents, names.size()}; }

    [[nodiscard]] std::uint32_t row(const QString& id) const {
        const auto found = std::find(names.begin(), names.end(), id.toStdString());
        return static_cast<std::uint32_t>(found - names.begin());
    }

    std::vector<std::string> names;
    TextColumn ids;
    TextColumn parents;
};

QString draw(const Runs& runs, const RunTree& tree, std::span<const std::uint32_t> rows) {
    QStringList parts;
    for (const std::uint32_t row : rows) {
        QString part = QString::fromStdString(runs.names[row]);
        if (tree.isContext(row))
            part = QLatin1Char('[') + part + QLatin1Char(']');
        const auto children = tree.children(row);
        if (!children.empty())
            part += QLatin1Char('(') + draw(runs, tree, children) + QLatin1Char(')');
        parts << part;
    }
    return parts.join(QLatin1Char(' '));
}

/// Every row stands where its parent says it does, and none is lost.
bool isConsistent(const RunTree& tree, std::span<const std::uint32_t> rows, std::uint32_t parent,
                  std::size_t& count) {
    for (std::uint32_t place = 0; place < rows.size(); ++place) {
        const std::uint32_t row = rows[place];
        ++count;
        if (tree.parent(row) != parent || tree.place(row) != place || !tree.contains(row) ||
            !isConsistent(tree, tree.children(row), row, count))
            return false;
    }
    return true;
}

}  // namespace

class TestRunTree : public QObject {
    Q_OBJECT
private slots:
    void draws_data();
    void draws();
    void chainOfManyRuns();
    void withoutColumns();
};

void TestRunTree::draws_data() {
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("matches");
    QTest::addColumn<QString>("drawn");
    const auto row = [](const char* name, const char* runs, const char* order, const char* matches,
                        const char* drawn) {
        QTest::newRow(name) << QString::fromLatin1(runs) << QString::fromLatin1(order)
                            << QString::fromLatin1(matches) << QString::fromLatin1(drawn);
    };
    row("nothing", "", "", "", "");
    row("flat", "a b c", "c a b", "a b c", "c a b");
    row("children in the order of the rows", "a b<a c<a d", "d c b a", "a b c d", "d a(c b)");
    row("grandchildren", "a b<a c<b d<c", "d c b a", "a b c d", "a(b(c(d)))");
    row("ancestors stay as context", "a b<a c<b d", "a b c d", "c", "[a]([b](c))");
    row("a matching parent is no context", "a b<a c<a", "c b a", "a c", "a(c)");
    row("orphans are roots", "a b<gone c<b", "c b a", "a b c", "b(c) a");
    row("own parent", "a<a b<a", "b a", "a b", "a(b)");
    row("circle of two", "b<a a<b", "b a", "a b", "a(b)");
    row("circle of three with a tail", "c<b b<a a<c t<c", "t c b a", "a b c t", "a(b(c(t)))");
    row("two circles", "a<b b<a y<x x<y", "x y b a", "a b x y", "x(y) a(b)");
    row("circle with a context", "b<a a<b c<b", "a b c", "c", "[a]([b](c))");
    row("parent after its child", "b<a a", "b a", "a b", "a(b)");
}

void TestRunTree::draws() {
    QFETCH(QString, runs);
    QFETCH(QString, order);
    QFETCH(QString, matches);
    QFETCH(QString, drawn);
    const Runs data(runs);
    const Nesting nesting = data.nesting();
    Bitmap matching(data.names.size());
    for (const QString& id : matches.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        matching.set(data.row(id));
    const Bitmap visible = nesting.withAncestors(matching);
    std::vector<std::uint32_t> sorted;
    for (const QString& id : order.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (visible.test(data.row(id)))
            sorted.push_back(data.row(id));
    const RunTree tree(nesting, sorted, matching);
    QCOMPARE(draw(data, tree, tree.roots()), drawn);
    std::size_t count = 0;
    QVERIFY(isConsistent(tree, tree.roots(), RunTree::NoRow, count));
    QCOMPARE(count, sorted.size());
    QCOMPARE(tree.size(), sorted.size());
    QCOMPARE(tree.matching(), matching.count());
}

/// Deep nesting and a filter on the deepest run: no recursion, no square of the depth.
void TestRunTree::chainOfManyRuns() {
    constexpr std::uint32_t Count = 100000;
    TextColumnBuilder ids(Count);
    TextColumnBuilder parents(Count);
    for (std::uint32_t row = 0; row < Count; ++row) {
        ids.set(row, std::to_string(row));
        if (row > 0)
            parents.set(row, std::to_string(row - 1));
    }
    const TextColumn idColumn = ids.take();
    const TextColumn parentColumn = parents.take();
    const Nesting nesting(&idColumn, &parentColumn, Count);
    Bitmap matching(Count, true);
    QCOMPARE(nesting.withAncestors(matching).count(), std::size_t{Count});
    matching = Bitmap(Count);
    matching.set(Count - 1);
    QCOMPARE(nesting.withAncestors(matching).count(), std::size_t{Count});
    const std::vector<std::uint32_t> last{Count - 1};
    const RunTree tree(nesting, last, matching);
    QCOMPARE(tree.roots().size(), std::size_t{1});
    QVERIFY(!tree.nested());
}

void TestRunTree::withoutColumns() {
    const Nesting none(nullptr, nullptr, 3);
    QVERIFY(!none.nested());
    const std::vector<std::uint32_t> rows{2, 0, 1};
    const RunTree tree(none, rows, Bitmap(3, true));
    QCOMPARE(tree.roots().size(), std::size_t{3});
    QCOMPARE(tree.place(2), 0U);
    QVERIFY(tree.children(2).empty());
    QCOMPARE(tree.parent(0), RunTree::NoRow);
    QVERIFY(RunTree().roots().empty());
}

QTEST_GUILESS_MAIN(TestRunTree)
#include "tst_runtree.moc"
