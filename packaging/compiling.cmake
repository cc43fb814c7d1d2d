# SPDX-License-Identifier: GPL-3.0-or-later
# Compiling fast: ccache, and precompiled headers which ccache gets hits on.
option(PODIUM_PCH "Use precompiled headers" ON)
option(PODIUM_CCACHE "Compile through ccache if it is there" ON)

# Without these allowances ccache takes every file behind a precompiled header for a miss (measured: 17 % hits).
# Paths count from the checkout, so that another clone of it hits what this one compiled.
set(ccache_allowances CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1)
find_program(PODIUM_CCACHE_PROGRAM ccache)
if(PODIUM_CCACHE AND PODIUM_CCACHE_PROGRAM AND "${CMAKE_CXX_COMPILER_LAUNCHER}" MATCHES "^(.*/)?ccache$|^$")
  set(CMAKE_CXX_COMPILER_LAUNCHER env ${ccache_allowances} ${PODIUM_CCACHE_PROGRAM})
endif()

# podium_precompile(TARGET KIND): KIND is what the target may see anyway, so that a precompiled header never hides a
# missing include of a higher layer. Each kind is compiled once and shared:
#   std         rooms without Qt
#   core        rooms with QtCore and no widgets
#   widgets     rooms of views
#   test        test programs
#   widgettest  test programs of views
# GCC takes a precompiled header only under the flags it was made with, so the kinds mirror podium_room and
# podium_test. QtTest stays out: it looks at which Qt libraries a test links.
function(podium_precompile target kind)
  if(NOT PODIUM_PCH)
    return()
  endif()
  if(NOT TARGET podium_pch_${kind})
    podium_make_precompiled(podium_pch_${kind} ${kind})
  endif()
  target_precompile_headers(${target} REUSE_FROM podium_pch_${kind})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # -fpch-preprocess is what ccache needs. A target with flags of its own compiles without, and says so.
    target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-error=invalid-pch)
  endif()
endfunction()

function(podium_make_precompiled shared kind)
  set(headers <algorithm> <atomic> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex> <optional>
    <span> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>)
  set(links podium_qt_flags Qt6::Core)
  set(defines QT_NO_KEYWORDS QT_NO_FOREACH)
  if(kind STREQUAL "std")
    set(links podium_flags)
    set(defines)
  elseif(kind MATCHES "widget")
    list(APPEND links Qt6::Widgets)
    list(APPEND headers <QtWidgets>)
  else()
    list(APPEND headers <QtCore>)
  endif()
  if(kind MATCHES "test")
    # A program, because programs get -fPIE where libraries get -fPIC; and tests may use Qt's keywords.
    set(source ${PROJECT_BINARY_DIR}/precompiled/program.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "int main() {\n    return 0;\n}\n")
    add_executable(${shared} ${source})
  else()
    set(source ${PROJECT_BINARY_DIR}/precompiled/empty.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// Only its precompiled header matters.\n")
    add_library(${shared} STATIC ${source})
    target_compile_definitions(${shared} PRIVATE ${defines})
  endif()
  target_link_libraries(${shared} PRIVATE ${links})
  target_precompile_headers(${shared} PRIVATE ${headers})
endfunction()
