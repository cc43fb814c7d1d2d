# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries every compiler flag; one static target per room; the link line is the law.

add_library(podium_flags INTERFACE)
target_compile_features(podium_flags INTERFACE cxx_std_20)
target_compile_options(podium_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-qual -Wformat=2 -Wnull-dereference -Wimplicit-fallthrough
  $<$<BOOL:${PODIUM_WERROR}>:-Werror>
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  # GCC 12 reports false null dereferences and overruns from inlined std code when it optimises.
  target_compile_options(podium_flags INTERFACE -Wno-null-dereference -Wno-array-bounds -Wno-restrict
    -Wno-stringop-overflow -Wno-stringop-overread)
endif()
target_include_directories(podium_flags INTERFACE
  ${PROJECT_SOURCE_DIR}/models ${PROJECT_SOURCE_DIR})
if(PODIUM_SANITIZE)
  target_compile_options(podium_flags INTERFACE
    -fsanitize=${PODIUM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(podium_flags INTERFACE -fsanitize=${PODIUM_SANITIZE})
  # What sanitizers put between hides from GCC that a value was set.
  target_compile_options(podium_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

add_library(podium_qt_flags INTERFACE)
target_link_libraries(podium_qt_flags INTERFACE podium_flags)
target_compile_definitions(podium_qt_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# The moc of Qt 6.4 stumbles over some headers of GCC 12 (<compare> includes the first); it need not look inside.
list(APPEND CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS -D_GLIBCXX_NUMBERS)

# podium_room(NAME [QT] SOURCES ... LINK rooms-and-libraries ...)
# QT: the room uses Qt (moc and the strict Qt defines). QCUSTOMPLOT: its header does not compile under QT_NO_KEYWORDS and
# QT_NO_FOREACH, so the room does without them.
function(podium_room name)
  cmake_parse_arguments(ROOM "QT;QCUSTOMPLOT;FAST" "" "SOURCES;LINK" ${ARGN})
  set(target podium_${name})
  set(view_folder ${PROJECT_SOURCE_DIR}/views)
  add_library(${target} STATIC ${ROOM_SOURCES})
  set_property(GLOBAL APPEND PROPERTY PODIUM_ROOMS ${target})
  if(ROOM_QT)
    target_link_libraries(${target} PUBLIC podium_qt_flags)
    if(NOT ROOM_QCUSTOMPLOT)
      target_compile_definitions(${target} PRIVATE QT_NO_KEYWORDS QT_NO_FOREACH)
    endif()
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
  else()
    target_link_libraries(${target} PUBLIC podium_flags)
  endif()
  cmake_path(IS_PREFIX view_folder ${CMAKE_CURRENT_SOURCE_DIR} is_view)
  if(ROOM_FAST)
    # A precompiled header has been made with other flags.
    target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-O3>)
  elseif(NOT ROOM_QT)
    podium_precompile(${target} std)
  elseif(ROOM_QCUSTOMPLOT)
    # Its header wants Qt's keywords, which no shared precompiled header has.
  elseif(is_view)
    podium_precompile(${target} widgets)
  else()
    podium_precompile(${target} core)
  endif()
  target_link_libraries(${target} PUBLIC ${ROOM_LINK})
endfunction()
