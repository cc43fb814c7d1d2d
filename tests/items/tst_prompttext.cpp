// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/prompttext.h"

#include <QTest>

using namespace podium;
using items::PromptText;
using items::promptText;

namespace {

domain::ModelVersion version(const std::string& text, const std::string& type) {
    domain::ModelVersion made;
    made.tags = {{"mlflow.prompt.text", text}};
    if (!type.empty())
        made.tags.push_back({"_mlflow_prompt_type", type});
    return made;
}

}  // namespace

/// What versions of prompts say.
class TestPromptText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void variablesAreNamedOnce() {
        const PromptText got =
            promptText(version("{{ a.b }} {{c}} {{c}} {{ 1x }} {d} {{a b}}", ""));
        QVERIFY(got.kind == PromptText::Kind::Text);
        QCOMPARE(got.variables, (QStringList{QStringLiteral("a.b"), QStringLiteral("c")}));
    }

    void messagesAreBlocks() {
        const PromptText got =
            promptText(version("[{\"role\": \"system\", \"content\": \"You are {{style}}.\"}, "
                               "{\"role\": \"user\", \"content\": \"{{q}}\"}]",
                               "chat"));
        QVERIFY(got.kind == PromptText::Kind::Chat);
        QCOMPARE(got.text, QStringLiteral("system:\nYou are {{style}}.\n\nuser:\n{{q}}"));
        QCOMPARE(got.variables, (QStringList{QStringLiteral("style"), QStringLiteral("q")}));
    }

    void brokenMessagesStayAsTheyAre_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("[{\"role\": \"user\", \"content\": \"{{q}}");
        QTest::newRow("no list") << QByteArray("{\"role\": \"user\", \"content\": \"{{q}}\"}");
        QTest::newRow("no role") << QByteArray("[{\"content\": \"{{q}}\"}]");
        QTest::newRow("no message") << QByteArray("[\"{{q}}\"]");
        QTest::newRow("deep") << QByteArray(5000, '[') + "{{q}}";
    }

    void brokenMessagesStayAsTheyAre() {
        QFETCH(QByteArray, text);
        const PromptText got = promptText(version(text.toStdString(), "chat"));
        QVERIFY(got.kind == PromptText::Kind::BrokenChat);
        QCOMPARE(got.text, QString::fromUtf8(text));
        QCOMPARE(got.variables, QStringList(QStringLiteral("q")));
    }

    void withoutTheTagThereIsNone() {
        QVERIFY(promptText(domain::ModelVersion()).kind == PromptText::Kind::None);
        QVERIFY(promptText(version("", "")).kind == PromptText::Kind::Text);
    }
};

QTEST_GUILESS_MAIN(TestPromptText)
#include "tst_prompttext.moc"
