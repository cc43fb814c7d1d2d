// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"

#include <curl/curl.h>

#include <cstring>
#include <memory>
#include <string>

/// Owners of libcurl's handles; for the .cpp files of this room alone.
namespace podium::http {

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using EasyHandle = std::unique_ptr<CURL, FreeEasy>;

struct FreeMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
using MultiHandle = std::unique_ptr<CURLM, FreeMulti>;

/// Headers may hold secrets: libcurl's copies of them are overwritten before they are freed.
struct FreeList {
    void operator()(curl_slist* list) const {
        for (curl_slist* item = list; item != nullptr; item = item->next) {
            if (item->data != nullptr) {
                std::string_view text(item->data);
                overwrite(item->data, text.size());
            }
        }
        curl_slist_free_all(list);
    }
    static void overwrite(char* bytes, std::size_t size) {
        volatile char* at = bytes;
        for (std::size_t i = 0; i < size; ++i)
            at[i] = 'x';
    }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

inline void append(HeaderList& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer != nullptr) {
        [[maybe_unused]] curl_slist* old = list.release();
        list.reset(longer);
    }
}

template <typename Value>
[[nodiscard]] Value infoOf(CURL* handle, CURLINFO info) {
    Value value{};
    curl_easy_getinfo(handle, info, &value);
    return value;
}

}  // namespace podium::http
