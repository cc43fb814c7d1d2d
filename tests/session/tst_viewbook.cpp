// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/viewbook.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using session::SavedView;
using session::ViewBook;

namespace {

SavedView named(const QString& name) {
    SavedView view;
    view.name = name;
    view.experiments = {{QStringLiteral("exp"), {}}};
    view.table.columnsChosen = true;
    view.table.columns = {query::paramColumn("lr")};
    return view;
}

QStringList names(const ViewBook& book) {
    QStringList list;
    for (const ViewBook::Entry& entry : book.entries())
        list.append(entry.view.name);
    return list;
}

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
}

}  // namespace

/// Views as files in a folder, also when others write there.
class TestViewBook : public QObject {
    Q_OBJECT
    jobs::JobEngine m_engine;

private Q_SLOTS:
    void whatIsSavedIsThereAtTheNextStart() {
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("views"));
        {
            ViewBook book(place, m_engine);
            book.put(book.freeFile(QStringLiteral("Best")), named(QStringLiteral("Best")));
            QCOMPARE(names(book), QStringList{QStringLiteral("Best")});
            // It ends before the job has begun: nothing may be lost.
        }
        ViewBook book(place, m_engine);
        QTRY_COMPARE(names(book), QStringList{QStringLiteral("Best")});
        QVERIFY(book.entries().front().view == named(QStringLiteral("Best")));
        QCOMPARE(QDir(place).entryList(QDir::Files).size(), 1);
    }

    void theLastOfManyWritesStays() {
        QTemporaryDir folder;
        {
            ViewBook book(folder.path(), m_engine);
            for (int i = 0; i < 50; ++i)
                book.put(QStringLiteral("v.json"), named(QString::number(i)));
        }
        ViewBook book(folder.path(), m_engine);
        QTRY_COMPARE(names(book), QStringList{QStringLiteral("49")});
    }

    void anotherWindowsViewsComeByThemselves() {
        QTemporaryDir folder;
        ViewBook mine(folder.path(), m_engine);
        ViewBook other(folder.path(), m_engine);
        QTRY_VERIFY(mine.idle() && other.idle());
        other.put(QStringLiteral("a.json"), named(QStringLiteral("Theirs")));
        QTRY_COMPARE(names(mine), QStringList{QStringLiteral("Theirs")});
        other.put(QStringLiteral("a.json"), named(QStringLiteral("Renamed")));
        QTRY_COMPARE(names(mine), QStringList{QStringLiteral("Renamed")});
        other.put(QStringLiteral("a.json"), std::nullopt);
        QTRY_COMPARE(names(mine), QStringList());
    }

    void brokenFilesAreToldOnceAndStay() {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("best.json")), "{ not json");
        ViewBook book(folder.path(), m_engine);
        QSignalSpy refused(&book, &ViewBook::refused);
        QVERIFY(refused.wait());
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.front().front().toString(), folder.filePath(QStringLiteral("best.json")));
        QVERIFY(refused.front().back().value<session::ViewNote>().kind ==
                session::ViewNote::Kind::NotJson);
        // A new view does not take the place of a file that could not be read.
        const QString file = book.freeFile(QStringLiteral("Best"));
        QCOMPARE(file, QStringLiteral("best-2.json"));
        book.put(file, named(QStringLiteral("Best")));
        book.reload();
        QTRY_VERIFY(book.idle());
        QCOMPARE(refused.count(), 1);
        QCOMPARE(names(book), QStringList{QStringLiteral("Best")});
        QFile broken(folder.filePath(QStringLiteral("best.json")));
        QVERIFY(broken.open(QIODevice::ReadOnly));
        QCOMPARE(broken.readAll(), QByteArray("{ not json"));
    }

    void aFolderThatCannotBeWrittenIsTold() {
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("file"));
        write(place, "x");
        ViewBook book(place + QStringLiteral("/views"), m_engine);
        QSignalSpy failed(&book, &ViewBook::failed);
        book.put(QStringLiteral("a.json"), named(QStringLiteral("A")));
        QVERIFY(failed.wait());
        QCOMPARE(qvariant_cast<base::Error>(failed.front().front()).code,
                 base::ErrorCode::WriteFailed);
        QTRY_COMPARE(names(book), QStringList());
    }

    void fileNamesAreSafe_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << QStringLiteral("Best runs") << QStringLiteral("best-runs.json");
        QTest::newRow("way out") << QStringLiteral("../../etc/passwd")
                                 << QStringLiteral("etc-passwd.json");
        QTest::newRow("hidden") << QStringLiteral(".ssh config")
                                << QStringLiteral("ssh-config.json");
        QTest::newRow("device") << QStringLiteral("CON") << QStringLiteral("con-view.json");
        QTest::newRow("port") << QStringLiteral("Lpt1") << QStringLiteral("lpt1-view.json");
        QTest::newRow("only signs") << QStringLiteral("/// ???") << QStringLiteral("view.json");
        QTest::newRow("cjk") << QStringLiteral("最好的运行结果")
                             << QStringLiteral("最好的运行结果.json");
        QTest::newRow("long") << QString(400, u'x')
                              << QString(QString(48, u'x') + QStringLiteral(".json"));
    }

    void fileNamesAreSafe() {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const ViewBook book(folder.path(), m_engine);
        QTEST(book.freeFile(name), "file");
    }

    void namesAreFreePerExperiment() {
        QTemporaryDir folder;
        ViewBook book(folder.path(), m_engine);
        book.put(QStringLiteral("a.json"), named(QStringLiteral("Best")));
        const std::vector<session::ViewExperiment> same = {{QStringLiteral("exp"), {}}};
        const std::vector<session::ViewExperiment> other = {{QStringLiteral("other"), {}}};
        QCOMPARE(book.freeName(QStringLiteral("Best"), same), QStringLiteral("Best 2"));
        QCOMPARE(book.freeName(QStringLiteral("Best"), other), QStringLiteral("Best"));
    }
};

QTEST_GUILESS_MAIN(TestViewBook)
#include "tst_viewbook.moc"
