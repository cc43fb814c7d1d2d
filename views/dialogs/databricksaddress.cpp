// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/databricksaddress.h"

#include <QCoreApplication>
#include <QStringBuilder>

namespace podium::views {

namespace {

constexpr QLatin1String Catalog("databricks-uc");
constexpr QLatin1String Between("://");

struct DatabricksWords {
    Q_DECLARE_TR_FUNCTIONS(Databricks)
};

}  // namespace

std::optional<DatabricksAddress> databricksAddress(const QString& address) {
    const QString scheme = address.section(Between, 0, 0);
    if (scheme != QLatin1String("databricks") && scheme != Catalog)
        return std::nullopt;
    return DatabricksAddress{scheme, address.section(Between, 1).section(u'/', 0, 0).trimmed()};
}

QString databricksFault(const DatabricksAddress& address, const session::DatabricksLogins& logins) {
    const QString& profile = address.profile;
    if (profile.isEmpty() ? logins.hasDefault : logins.profiles.contains(profile))
        return {};
    const QString fault =
        profile.isEmpty()
            ? DatabricksWords::tr(
                  "Nothing says which workspace that is: DATABRICKS_HOST is not "
                  "set, and %1 has no profile DEFAULT.")
                  .arg(logins.file)
            : DatabricksWords::tr("%1 has no usable profile “%2”.").arg(logins.file, profile);
    if (logins.profiles.isEmpty())
        return fault;
    const QString names = logins.profiles.join(QLatin1String(", "));
    return QString(fault % u' ' % DatabricksWords::tr("Those it has are: %1.").arg(names));
}

QString databricksHint(const QString& address) {
    const auto databricks = databricksAddress(address);
    if (!databricks)
        return {};
    return databricks->scheme == Catalog
               ? DatabricksWords::tr("Shows the models of Unity Catalog.")
               : DatabricksWords::tr("Shows the models of Unity Catalog and of the workspace.");
}

}  // namespace podium::views
