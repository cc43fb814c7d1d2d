// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/event.h"
#include "registry/facts.h"

#include <string>
#include <vector>

/// The events of packaging/doc/approvals.md, as another tool wrote them: the hashes are Python's
/// hashlib.sha256((key + "\n" + value).encode()).hexdigest().
namespace podium::tests {

inline const std::string AskedId = "20261128T130120123Z.0a1b2c3d";
inline const std::string AskedKey = "approval." + AskedId;
inline const std::string AskedValue =
    R"({"v":1,"action":"request","who":"ana","model":"fraud","version":7,)"
    R"("to":{"stage":"Production"},"from":"Staging","replaces":[5],"archive":true,)"
    R"("comment":"Retrained on October data.","prev":[]})";
inline const std::string AskedHash =
    "2a165ff918ee0f21659ff0cec5b939cbc7c73c8e857c54f05e6882e1879a10aa";

inline const std::string ApprovedKey = "approval.20261128T141500000Z.11111111";
inline const std::string ApprovedValue =
    R"({"v":1,"action":"approve","who":"bo","request":"20261128T130120123Z.0a1b2c3d",)"
    R"("comment":"Fine.",)"
    R"("prev":["2a165ff918ee0f21659ff0cec5b939cbc7c73c8e857c54f05e6882e1879a10aa"]})";
inline const std::string ApprovedHash =
    "b445920a6b1336ce86b628425eb428d2aaf0d38529526f41b1ed5986e9e15de0";

/// Written without having seen the approval.
inline const std::string RejectedKey = "approval.20261128T141500000Z.22222222";
inline const std::string RejectedValue =
    R"({"v":1,"action":"reject","who":"cy","request":"20261128T130120123Z.0a1b2c3d",)"
    R"("comment":"Latency.",)"
    R"("prev":["2a165ff918ee0f21659ff0cec5b939cbc7c73c8e857c54f05e6882e1879a10aa"]})";
inline const std::string RejectedHash =
    "3ed0978fb652765a6abf54edd8fb5beba474b9404d1b78ff8da4757490c955c1";

inline const std::string AppliedKey = "approval.20261128T150000000Z.33333333";
inline const std::string AppliedValue =
    R"({"v":1,"action":"applied","who":"bo","request":"20261128T130120123Z.0a1b2c3d",)"
    R"("result":"written","comment":"",)"
    R"("prev":["b445920a6b1336ce86b628425eb428d2aaf0d38529526f41b1ed5986e9e15de0"]})";

inline constexpr base::Millis AskedAt = 1795870880123;  // 2026-11-28T13:01:20.123Z

inline domain::RegisteredModel fraudModel() {
    domain::RegisteredModel model;
    model.name = "fraud";
    model.aliases = {{"champion", 5}};
    return model;
}

inline domain::ModelVersion version(std::int64_t number, const std::string& stage,
                                    std::vector<domain::Tag> tags = {}) {
    domain::ModelVersion one;
    one.name = "fraud";
    one.version = number;
    one.stage = stage;
    one.tags = std::move(tags);
    return one;
}

/// Version 5 in production and 7 in staging, which has these events.
inline std::vector<domain::ModelVersion> fraudVersions(std::vector<domain::Tag> events) {
    return {version(7, "Staging", std::move(events)), version(5, "Production"), version(4, "None")};
}

inline cache::ReducedMetric metric(const std::string& key, double last) {
    cache::ReducedMetric reduced;
    reduced.key = key;
    reduced.reductions = series::latestOnly({last, 0, 0});
    return reduced;
}

/// A whole history: min, max, mean and so on are known.
inline cache::ReducedMetric history(const std::string& key, const std::vector<double>& values) {
    std::vector<domain::MetricPoint> points;
    for (std::size_t i = 0; i < values.size(); ++i)
        points.push_back({values[i], 0, static_cast<std::int64_t>(i)});
    cache::ReducedMetric reduced;
    reduced.key = key;
    reduced.reductions = series::reduce(points);
    return reduced;
}

}  // namespace podium::tests
