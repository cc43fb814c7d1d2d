// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/errorwords.h"
#include "views/text/networkwords.h"
#include "views/text/querywords.h"
#include "views/text/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace podium::views {

namespace {

using base::ErrorCode;

using Words = ErrorWords;

constexpr std::array Sentences = {
    Words{ErrorCode::PathNotFound, QT_TRANSLATE_NOOP("Errors", "Not found"),
          QT_TRANSLATE_NOOP("Errors",
                            "There is nothing at %1. Check the path, or whether the "
                            "disk or share it is on is connected.")},
    Words{ErrorCode::PathNotReadable, QT_TRANSLATE_NOOP("Errors", "Not readable"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 can't be read: %2. Ask its owner for the right to read "
                            "it, then sync again.")},
    Words{ErrorCode::NotAStore, QT_TRANSLATE_NOOP("Errors", "Not an MLflow store"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is no MLflow store: it has no experiment folder with a "
                            "meta.yaml. Open the mlruns folder, or one that has it.")},
    Words{ErrorCode::NotADatabase, QT_TRANSLATE_NOOP("Errors", "Not a database"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is no SQLite database that MLflow made. Open the file "
                            "that MLflow's backend store URI names.")},
    Words{ErrorCode::EmptyDatabase, QT_TRANSLATE_NOOP("Errors", "Empty database"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is a database without MLflow's tables. MLflow makes them "
                            "when it writes its first run there.")},
    Words{ErrorCode::FolderNotDatabase, QT_TRANSLATE_NOOP("Errors", "A folder, not a database"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is a folder, but a database file was asked for. Open it "
                            "as a folder instead.")},
    Words{ErrorCode::UnsupportedSource, QT_TRANSLATE_NOOP("Errors", "Unknown kind of source"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 can't be opened: sources of this kind are not supported. "
                            "Open a folder or a SQLite file that MLflow writes to.")},
    Words{ErrorCode::SourceVanished, QT_TRANSLATE_NOOP("Errors", "Source is gone"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is not there any more. What was read before is still "
                            "shown; sync again when it is back.")},
    Words{
        ErrorCode::MetaMissing, QT_TRANSLATE_NOOP("Errors", "No meta.yaml"),
        QT_TRANSLATE_NOOP("Errors",
                          "%1 is missing. What the folder tells without it is shown; put the file "
                          "back from a backup, or remove the folder.")},
    Words{ErrorCode::MetaEmpty, QT_TRANSLATE_NOOP("Errors", "Empty meta.yaml"),
          QT_TRANSLATE_NOOP(
              "Errors",
              "%1 is empty. What the folder tells without it is shown. A full disk often "
              "leaves such files; put it back from a backup.")},
    Words{ErrorCode::MetaInvalid, QT_TRANSLATE_NOOP("Errors", "Broken meta.yaml"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 can't be understood: %2. What the folder tells without it is "
                            "shown; mend the file and sync again.")},
    Words{ErrorCode::MetaKeyMissing, QT_TRANSLATE_NOOP("Errors", "Key missing in meta.yaml"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has no “%2”, which every such file needs. Add the line "
                            "and sync again.")},
    Words{ErrorCode::MetaIdMismatch, QT_TRANSLATE_NOOP("Errors", "Id differs from the folder"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 says that its id is “%2”, but it lies in the folder “%3”. "
                            "The folder was probably copied or renamed; give it the name "
                            "of the id.")},
    Words{ErrorCode::MetaValueInvalid, QT_TRANSLATE_NOOP("Errors", "Unusable value in meta.yaml"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has “%3” for “%2”, which can't be used. Mend the line and "
                            "sync again.")},
    Words{ErrorCode::MetricLineInvalid, QT_TRANSLATE_NOOP("Errors", "Unreadable metric line"),
          QT_TRANSLATE_NOOP("Errors",
                            "Line %2 of %1 was left out: %3. The other lines of the file "
                            "are shown.")},
    Words{ErrorCode::MetricFileEmpty, QT_TRANSLATE_NOOP("Errors", "Metric without values"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is empty, so this metric has no values. The run was "
                            "probably stopped before it wrote the first one.")},
    Words{ErrorCode::KeyInvalid, QT_TRANSLATE_NOOP("Errors", "Unusable key"),
          QT_TRANSLATE_NOOP("Errors",
                            "In %1 the key “%2” is none that MLflow allows, so it was left "
                            "out. Rename the file to have it shown.")},
    Words{ErrorCode::NotUtf8, QT_TRANSLATE_NOOP("Errors", "Not UTF-8"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is not UTF-8 text. The bytes that can't be read are shown "
                            "as �; save the file as UTF-8 to mend it.")},
    Words{ErrorCode::ValueTooLarge, QT_TRANSLATE_NOOP("Errors", "Value too large"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has %2, more than the %3 that are kept. Its beginning is "
                            "shown; the file itself has it all.")},
    Words{ErrorCode::NestingTooDeep, QT_TRANSLATE_NOOP("Errors", "Folders too deep"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has folders more than %2 levels deep; what lies deeper was "
                            "left out.")},
    Words{ErrorCode::SymlinkOutside, QT_TRANSLATE_NOOP("Errors", "Link out of the store"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is a link to a place outside the store. Such links are not "
                            "followed; open that place as a source of its own.")},
    Words{ErrorCode::UnexpectedEntry, QT_TRANSLATE_NOOP("Errors", "Unexpected file"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 does not belong to an MLflow store and was left out. It "
                            "does no harm.")},
    Words{ErrorCode::DuplicateName, QT_TRANSLATE_NOOP("Errors", "Name used twice"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has the name “%2”, which another one of this store has "
                            "too. Both are shown; rename one to tell them apart.")},
    Words{ErrorCode::ReadFailed, QT_TRANSLATE_NOOP("Errors", "Reading failed"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 could not be read: %2. Sync again; if it stays so, check "
                            "the disk or the network.")},
    Words{ErrorCode::WatchLimit, QT_TRANSLATE_NOOP("Errors", "Too many files to watch"),
          QT_TRANSLATE_NOOP("Errors",
                            "The system does not allow to watch all of %1 for changes, so "
                            "it is looked at from time to time instead. A greater "
                            "fs.inotify.max_user_watches makes it immediate.")},
    Words{ErrorCode::ArtifactRootOnly, QT_TRANSLATE_NOOP("Errors", "Artifacts only"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 holds artifacts of runs, but no runs: the runs are kept in "
                            "a database or on a server. Open that one.")},
    Words{ErrorCode::NestedStore, QT_TRANSLATE_NOOP("Errors", "Store inside a store"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is an MLflow store inside this one and was left out. Open "
                            "it as a source of its own.")},
    Words{ErrorCode::CacheOpenFailed, QT_TRANSLATE_NOOP("Errors", "Cache can't be opened"),
          QT_TRANSLATE_NOOP("Errors",
                            "The cache %1 can't be opened: %2. Check that the folder can "
                            "be written to and that the disk is not full.")},
    Words{ErrorCode::CacheNewer, QT_TRANSLATE_NOOP("Errors", "Cache of a newer version"),
          QT_TRANSLATE_NOOP("Errors",
                            "The cache %1 was made by a newer Podium (its version is %2, "
                            "this program knows %3). Use that program, or another cache.")},
    Words{ErrorCode::CacheDamaged, QT_TRANSLATE_NOOP("Errors", "Cache was damaged"),
          QT_TRANSLATE_NOOP("Errors",
                            "The cache %1 was damaged; it was put aside as %2 and a new "
                            "one was begun. Sync your sources to fill it.")},
    Words{ErrorCode::CacheBusy, QT_TRANSLATE_NOOP("Errors", "Cache in use"),
          QT_TRANSLATE_NOOP("Errors",
                            "Another program is writing to the cache %1. Close the other "
                            "Podium and try again.")},
    Words{ErrorCode::DatabaseDamaged, QT_TRANSLATE_NOOP("Errors", "Database is damaged"),
          QT_TRANSLATE_NOOP("Errors",
                            "The database is damaged; this was found while running “%1”: "
                            "%2. Make a copy of the file before anything else.")},
    Words{ErrorCode::Sql, QT_TRANSLATE_NOOP("Errors", "Database error"),
          QT_TRANSLATE_NOOP("Errors",
                            "The database refused “%1”: %2. Try again; if it stays so, "
                            "please report it.")},
    Words{ErrorCode::QuerySyntax, QT_TRANSLATE_NOOP("Errors", "Filter can't be read"),
          QT_TRANSLATE_NOOP("Errors", "The filter can't be read at character %1: expected %3.")},
    Words{ErrorCode::QueryInvalid, QT_TRANSLATE_NOOP("Errors", "Filter can't be used"),
          QT_TRANSLATE_NOOP("Errors", "The filter can't be used from character %1 on: %3.")},
    Words{ErrorCode::ArtifactNotFound, QT_TRANSLATE_NOOP("Errors", "Artifact not found"),
          QT_TRANSLATE_NOOP("Errors",
                            "The run %1 has no artifact “%2” any more. Sync its source to "
                            "see what is there now.")},
    Words{
        ErrorCode::ArtifactOutside, QT_TRANSLATE_NOOP("Errors", "Artifact outside its run"),
        QT_TRANSLATE_NOOP("Errors", "%1 leads out of the run's own artifacts and is not opened.")},
    Words{ErrorCode::ArtifactUnreachable, QT_TRANSLATE_NOOP("Errors", "Artifacts not reachable"),
          QT_TRANSLATE_NOOP("Errors",
                            "The artifacts at %1 can't be reached from here. Connect the "
                            "disk or share they are on, or open the store where it "
                            "was made.")},
    Words{ErrorCode::ArtifactTooLarge, QT_TRANSLATE_NOOP("Errors", "Artifact too large to show"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has %2; previews stop at %3. Save it or open it with "
                            "another program.")},
    Words{ErrorCode::DecodeFailed, QT_TRANSLATE_NOOP("Errors", "Can't be shown"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 can't be shown: %2. Save it or open it with another "
                            "program.")},
    Words{ErrorCode::WriteFailed, QT_TRANSLATE_NOOP("Errors", "Writing failed"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 could not be written: %2. Check the free space and your "
                            "rights there.")},
    Words{ErrorCode::DatabaseBusy, QT_TRANSLATE_NOOP("Errors", "Database in use"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is being written by another program and did not become "
                            "free in time. Wait for that program, then sync again.")},
    Words{ErrorCode::DatabaseNotMlflow, QT_TRANSLATE_NOOP("Errors", "Not MLflow's database"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is a SQLite database, but none of MLflow: it has no "
                            "table of experiments. Open the file that MLflow's backend "
                            "store URI names.")},
    Words{ErrorCode::StoreDamaged, QT_TRANSLATE_NOOP("Errors", "Database is damaged"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is damaged: %2. What could be read is shown. Make a copy "
                            "of the file before anything else.")},
    Words{ErrorCode::NetRefused, QT_TRANSLATE_NOOP("Errors", "Nobody answers"),
          QT_TRANSLATE_NOOP("Errors",
                            "Nothing accepts connections at %1. Check that the server "
                            "runs and that the port is right.")},
    Words{ErrorCode::NetNameNotFound, QT_TRANSLATE_NOOP("Errors", "Unknown name"),
          QT_TRANSLATE_NOOP("Errors",
                            "The name %1 can't be found. Check the spelling, the "
                            "network, and whether a VPN is needed.")},
    Words{ErrorCode::NetTimeout, QT_TRANSLATE_NOOP("Errors", "No answer in time"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 did not answer in time (%2). The server may be "
                            "overloaded; try again, or give it more time in the "
                            "connection's settings.")},
    Words{ErrorCode::NetLost, QT_TRANSLATE_NOOP("Errors", "Connection lost"),
          QT_TRANSLATE_NOOP("Errors",
                            "The connection to %1 broke off: %2. What had arrived whole "
                            "is kept; sync again to go on.")},
    Words{ErrorCode::TlsExpired, QT_TRANSLATE_NOOP("Errors", "Certificate has expired"),
          QT_TRANSLATE_NOOP("Errors",
                            "The certificate of %1 has expired, so the connection is not "
                            "safe and was not made. The server's owner has to renew it.")},
    Words{ErrorCode::TlsWrongHost, QT_TRANSLATE_NOOP("Errors", "Certificate of another host"),
          QT_TRANSLATE_NOOP("Errors",
                            "The certificate that %1 showed is made out to another name, "
                            "so the connection is not safe and was not made. Check the "
                            "address.")},
    Words{ErrorCode::TlsUntrusted, QT_TRANSLATE_NOOP("Errors", "Certificate not trusted"),
          QT_TRANSLATE_NOOP("Errors",
                            "The certificate of %1 is not trusted: %2. If it was issued "
                            "by your own organisation, name its CA file in the "
                            "connection's settings.")},
    Words{ErrorCode::CertificateFile, QT_TRANSLATE_NOOP("Errors", "Certificate can't be used"),
          QT_TRANSLATE_NOOP("Errors",
                            "The certificate file %1 can't be used: %2. Choose a PEM "
                            "file.")},
    Words{ErrorCode::ProxyFailed, QT_TRANSLATE_NOOP("Errors", "Proxy failed"),
          QT_TRANSLATE_NOOP("Errors",
                            "The proxy %1 did not make the connection: %2. Check the "
                            "proxy in the connection's settings.")},
    Words{ErrorCode::RedirectRefused, QT_TRANSLATE_NOOP("Errors", "Sent elsewhere"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 sends to %2. The login is not shown to another host; if "
                            "you trust it, connect to that address itself.")},
    Words{ErrorCode::UrlInvalid, QT_TRANSLATE_NOOP("Errors", "Not an address"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” is no address of a server. It should look like "
                            "https://mlflow.example.org.")},
    Words{ErrorCode::HttpTooLarge, QT_TRANSLATE_NOOP("Errors", "Answer too large"),
          QT_TRANSLATE_NOOP("Errors",
                            "The answer of %1 is larger than %2 and was not taken; the "
                            "rest is shown. Look there in a browser for a tag or dataset "
                            "of such a size, or ask its administrator.")},
    Words{ErrorCode::HttpStatus, QT_TRANSLATE_NOOP("Errors", "The server refused"),
          QT_TRANSLATE_NOOP("Errors", "%1 answered %2 (%3). The server's log may tell more.")},
    Words{ErrorCode::LoginNeeded, QT_TRANSLATE_NOOP("Errors", "Login needed"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 wants a login. Enter the user and password, or a token, "
                            "in the connection's settings.")},
    Words{ErrorCode::LoginRefused, QT_TRANSLATE_NOOP("Errors", "Login refused"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 did not accept the login. Check the user and password, "
                            "or the token.")},
    Words{ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Errors", "Not allowed"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 does not allow this: %2. Ask its administrator for the "
                            "permission.")},
    Words{ErrorCode::RateLimited, QT_TRANSLATE_NOOP("Errors", "Too many requests"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 asks to wait: too many requests. Sync again in a while; "
                            "what had arrived is kept.")},
    Words{
        ErrorCode::ServerFault, QT_TRANSLATE_NOOP("Errors", "The server failed"),
        QT_TRANSLATE_NOOP("Errors", "%1 failed with %2: %3. Its log tells why; try again later.")},
    Words{ErrorCode::AnswerNotJson, QT_TRANSLATE_NOOP("Errors", "Not MLflow's answer"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 answered with something that is not JSON (“%2”). The "
                            "address may be that of another service, or of a login page "
                            "in front of it.")},
    Words{ErrorCode::AnswerInvalid, QT_TRANSLATE_NOOP("Errors", "Answer not understood"),
          QT_TRANSLATE_NOOP("Errors",
                            "The answer of %1 can't be understood (%2). Sync again; if it "
                            "stays so, ask who runs the server, or the proxy in front "
                            "of it.")},
    Words{ErrorCode::ApiMissing, QT_TRANSLATE_NOOP("Errors", "Not known to this server"),
          QT_TRANSLATE_NOOP("Errors", "%1 has no %2. It is probably older than this feature.")},
    Words{ErrorCode::PageTokenRepeats, QT_TRANSLATE_NOOP("Errors", "Endless pages"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 gives the same page again and again, so reading was "
                            "stopped there. What had arrived is shown. Sync again; if it "
                            "stays so, tell who runs the server.")},
    Words{ErrorCode::NotAServer, QT_TRANSLATE_NOOP("Errors", "Not an MLflow server"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 answers, but not as an MLflow tracking server does. "
                            "Check the address and the path.")},
    Words{ErrorCode::ProfileMissing, QT_TRANSLATE_NOOP("Errors", "Profile not found"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has no usable profile “%2”. Add it, or choose another "
                            "one.")},
    Words{ErrorCode::CredentialsUnusable, QT_TRANSLATE_NOOP("Errors", "Credentials can't be used"),
          QT_TRANSLATE_NOOP("Errors", "The credentials of %1 can't be used: %2.")},
    Words{ErrorCode::KeychainFailed, QT_TRANSLATE_NOOP("Errors", "Keychain not available"),
          QT_TRANSLATE_NOOP("Errors",
                            "The keychain can't be used: %1. Unlock or start it, then sync "
                            "again. A password or token that is entered now is kept until "
                            "Podium is closed.")},
    Words{ErrorCode::OfflineMode, QT_TRANSLATE_NOOP("Errors", "Offline"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 was taken offline, so nothing is asked of it. Go online "
                            "to read it.")},
    Words{ErrorCode::ExperimentTooLarge,
          QT_TRANSLATE_NOOP("Errors", "Experiment too large to hold"),
          QT_TRANSLATE_NOOP("Errors",
                            "The experiment %1 has more than the %2 runs that are kept "
                            "here. Its table shows the server's own answers.")},
    Words{ErrorCode::HistorySampled, QT_TRANSLATE_NOOP("Errors", "Sampled history"),
          QT_TRANSLATE_NOOP("Errors", "The server gave only a sample of the metric %2 of run %1.")},
    Words{ErrorCode::Internal, QT_TRANSLATE_NOOP("Errors", "Unexpected error"),
          QT_TRANSLATE_NOOP("Errors", "Something happened that should not: %1. Please report it.")},
};

const Words* wordsOf(ErrorCode code) {
    for (const std::span<const Words> table :
         {std::span<const Words>(Sentences), wordsOfWriting()}) {
        const auto found = std::ranges::find(table, code, &Words::code);
        if (found != table.end())
            return &*found;
    }
    return nullptr;
}

QString argument(const base::Error& error, std::size_t index) {
    if (index >= error.args.size() || error.args[index].empty())
        return QStringLiteral("…");
    const bool query =
        error.code == ErrorCode::QuerySyntax || error.code == ErrorCode::QueryInvalid;
    if (query && index == 2)
        return queryWords(error.args[index]);
    if (query && index == 0)  // people count from 1
        return QString::number(QString::fromStdString(error.args[index]).toLongLong() + 1);
    if (error.code == ErrorCode::NetTimeout && index == 1)
        return awaitedWords(error.args[index]);
    if (error.code == ErrorCode::CredentialsUnusable && index == 1)
        return loginWords(error.args[index]);
    if (error.code == ErrorCode::KeychainFailed)
        return keychainWords(error.args[index]);
    const bool sizes = error.code == ErrorCode::ValueTooLarge ||
                       error.code == ErrorCode::ArtifactTooLarge ||
                       error.code == ErrorCode::HttpTooLarge;
    const QString text = oneLine(error.args[index], 300);
    bool number = false;
    const qint64 size = text.toLongLong(&number);
    return sizes && index > 0 && number ? bytes(size) : text;
}

// In one pass, unlike QString::arg(): a path may itself hold "%1".
QString fill(const QString& pattern, const base::Error& error) {
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool marker = pattern[i] == QLatin1Char('%') && i + 1 < pattern.size() &&
                            pattern[i + 1] >= QLatin1Char('1') &&
                            pattern[i + 1] <= QLatin1Char('9');
        if (marker)
            text += argument(error, static_cast<std::size_t>(pattern[++i].unicode() - u'1'));
        else
            text += pattern[i];
    }
    return text;
}

}  // namespace

QString errorTitle(ErrorCode code) {
    const Words* words = wordsOf(code);
    return words != nullptr ? QCoreApplication::translate("Errors", words->title)
                            : QString::fromStdString(std::string(base::codeName(code)));
}

QString describe(const base::Error& error) {
    if (error.code == ErrorCode::ProfileMissing && error.args.size() > 2)
        return fill(QCoreApplication::translate(
                        "Errors", "%1 has no usable profile “%2”. Those it has are: %3."),
                    error);
    if (const Words* words = wordsOf(error.code))
        return fill(QCoreApplication::translate("Errors", words->sentence), error);
    // A code that has no sentence yet: a test finds it before a person does.
    return QString::fromStdString(base::logLine(error));
}

}  // namespace podium::views
