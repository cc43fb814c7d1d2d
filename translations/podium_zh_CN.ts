<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Copy A&amp;s</source>
        <translation>复制为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Horizontal Axis</source>
        <translation>横轴(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;gistry</source>
        <translation>注册表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a folder that MLflow writes to, such as mlruns</source>
        <translation>打开 MLflow 写入的文件夹，例如 mlruns</translation>
    </message>
    <message>
        <source>&amp;Try the Sample Store</source>
        <translation>试用示例存储(&amp;T)</translation>
    </message>
    <message>
        <source>Open the small store that comes with the program</source>
        <translation>打开随程序附带的小型存储</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>同步(&amp;S)</translation>
    </message>
    <message>
        <source>Bring the chosen source up to date</source>
        <translation>更新选中的来源</translation>
    </message>
    <message>
        <source>Sync &amp;All</source>
        <translation>全部同步(&amp;A)</translation>
    </message>
    <message>
        <source>Bring all open sources up to date</source>
        <translation>更新所有已打开的来源</translation>
    </message>
    <message>
        <source>Read &amp;Everything Again</source>
        <translation>全部重新读取(&amp;E)</translation>
    </message>
    <message>
        <source>Read the chosen source from the beginning, whatever is known of it</source>
        <translation>不论已有哪些内容，从头读取选中的来源</translation>
    </message>
    <message>
        <source>Ca&amp;ncel Job</source>
        <translation>取消任务(&amp;N)</translation>
    </message>
    <message>
        <source>Stop the job that the status bar shows</source>
        <translation>停止状态栏中显示的任务</translation>
    </message>
    <message>
        <source>&amp;Close Source</source>
        <translation>关闭来源(&amp;C)</translation>
    </message>
    <message>
        <source>Take the chosen source out of the window; nothing of it is deleted</source>
        <translation>将选中的来源移出窗口；不会删除任何内容</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close all windows and leave</source>
        <translation>关闭所有窗口并退出</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做已撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rows with their full values</source>
        <translation>复制选中的行，包含完整的值</translation>
    </message>
    <message>
        <source>&amp;TSV</source>
        <translation>TSV(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated values</source>
        <translation>将选中的行复制为制表符分隔的值</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rows as comma-separated values</source>
        <translation>将选中的行复制为逗号分隔的值</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the selected rows as a Markdown table</source>
        <translation>将选中的行复制为 Markdown 表格</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy the selected rows as JSON</source>
        <translation>将选中的行复制为 JSON</translation>
    </message>
    <message>
        <source>&amp;Run Ids</source>
        <translation>运行 ID(&amp;R)</translation>
    </message>
    <message>
        <source>Copy the ids of the selected runs, one a line</source>
        <translation>复制选中运行的 ID，每行一个</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select all runs of the table</source>
        <translation>选择表格中的所有运行</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Type a filter for the runs</source>
        <translation>输入运行的筛选条件</translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation>清除筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Show all runs again</source>
        <translation>重新显示所有运行</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Show the registered models</source>
        <translation>显示注册模型</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>问题(&amp;P)</translation>
    </message>
    <message>
        <source>Show what could not be read</source>
        <translation>显示无法读取的内容</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>来源(&amp;O)</translation>
    </message>
    <message>
        <source>Show the open sources</source>
        <translation>显示已打开的来源</translation>
    </message>
    <message>
        <source>&amp;Sources Panel</source>
        <translation>来源面板(&amp;S)</translation>
    </message>
    <message>
        <source>Show or hide the tree of sources</source>
        <translation>显示或隐藏来源树</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>检查器(&amp;I)</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected runs</source>
        <translation>显示或隐藏选中运行的详情</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>图表(&amp;C)</translation>
    </message>
    <message>
        <source>Show or hide the charts</source>
        <translation>显示或隐藏图表</translation>
    </message>
    <message>
        <source>Co&amp;lumns…</source>
        <translation>列(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>选择表格的列</translation>
    </message>
    <message>
        <source>&amp;Expand All</source>
        <translation>全部展开(&amp;E)</translation>
    </message>
    <message>
        <source>Coll&amp;apse All</source>
        <translation>全部折叠(&amp;A)</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation>浅色或深色与桌面一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Always be light</source>
        <translation>始终使用浅色</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Always be dark</source>
        <translation>始终使用深色</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>占用整个屏幕</translation>
    </message>
    <message>
        <source>O&amp;pen Run</source>
        <translation>打开运行(&amp;P)</translation>
    </message>
    <message>
        <source>Show all of the current run</source>
        <translation>显示当前运行的全部内容</translation>
    </message>
    <message>
        <source>&amp;Show in Charts</source>
        <translation>在图表中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Show or hide the selected runs in the charts</source>
        <translation>在图表中显示或隐藏选中的运行</translation>
    </message>
    <message>
        <source>Show &amp;Only Selected</source>
        <translation>仅显示选中项(&amp;O)</translation>
    </message>
    <message>
        <source>Show the selected runs in the charts and hide all others</source>
        <translation>在图表中显示选中的运行，隐藏其他运行</translation>
    </message>
    <message>
        <source>&amp;Hide All</source>
        <translation>全部隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>Hide all runs in the charts</source>
        <translation>在图表中隐藏所有运行</translation>
    </message>
    <message>
        <source>&amp;Copy Run Id</source>
        <translation>复制运行 ID(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the id of the current run</source>
        <translation>复制当前运行的 ID</translation>
    </message>
    <message>
        <source>Open &amp;Artifacts</source>
        <translation>打开产物(&amp;A)</translation>
    </message>
    <message>
        <source>Show the files of the current run</source>
        <translation>显示当前运行的文件</translation>
    </message>
    <message>
        <source>&amp;Add Chart…</source>
        <translation>添加图表(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose a metric and add a chart of it</source>
        <translation>选择一个指标并为其添加图表</translation>
    </message>
    <message>
        <source>&amp;Undo Zoom</source>
        <translation>撤销缩放(&amp;U)</translation>
    </message>
    <message>
        <source>Go back to what the chart showed before</source>
        <translation>回到图表先前显示的范围</translation>
    </message>
    <message>
        <source>&amp;Reset Zoom</source>
        <translation>重置缩放(&amp;R)</translation>
    </message>
    <message>
        <source>Show all points</source>
        <translation>显示所有点</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>Draw over the step</source>
        <translation>以步为横轴绘制</translation>
    </message>
    <message>
        <source>Wall &amp;Time</source>
        <translation>实际时间(&amp;T)</translation>
    </message>
    <message>
        <source>Draw over the time of day</source>
        <translation>以日期时间为横轴绘制</translation>
    </message>
    <message>
        <source>&amp;Relative Time</source>
        <translation>相对时间(&amp;R)</translation>
    </message>
    <message>
        <source>Draw over the time since the first point</source>
        <translation>以距首个点的时间为横轴绘制</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <source>Make the value axis logarithmic</source>
        <translation>数值轴使用对数刻度</translation>
    </message>
    <message>
        <source>Smooth &amp;More</source>
        <translation>增强平滑(&amp;M)</translation>
    </message>
    <message>
        <source>Smooth the lines more</source>
        <translation>使曲线更平滑</translation>
    </message>
    <message>
        <source>Smooth Le&amp;ss</source>
        <translation>减弱平滑(&amp;S)</translation>
    </message>
    <message>
        <source>Smooth the lines less</source>
        <translation>降低曲线的平滑程度</translation>
    </message>
    <message>
        <source>&amp;Export Image…</source>
        <translation>导出图像(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>将图表保存为图片</translation>
    </message>
    <message>
        <source>Open Source &amp;Run</source>
        <translation>打开来源运行(&amp;R)</translation>
    </message>
    <message>
        <source>Show the run that made this version</source>
        <translation>显示产生此版本的运行</translation>
    </message>
    <message>
        <source>&amp;Copy Model URI</source>
        <translation>复制模型 URI(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the models:/ address of this version</source>
        <translation>复制此版本的 models:/ 地址</translation>
    </message>
    <message>
        <source>&amp;Quick Open…</source>
        <translation>快速打开(&amp;Q)…</translation>
    </message>
    <message>
        <source>Go to a run, an experiment or a model by its name</source>
        <translation>按名称转到运行、实验或模型</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>按名称查找任意操作</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Theme, language and more</source>
        <translation>主题、语言等</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>List every action with its keys</source>
        <translation>列出所有操作及其按键</translation>
    </message>
    <message>
        <source>&amp;About Podium</source>
        <translation>关于 Podium(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>Version and licence of Qt</source>
        <translation>Qt 的版本和许可证</translation>
    </message>
    <message>
        <source>Export All &amp;Charts…</source>
        <translation>导出所有图表(&amp;C)…</translation>
    </message>
    <message>
        <source>Save every chart as PDF into a folder</source>
        <translation>把每个图表以 PDF 保存到一个文件夹</translation>
    </message>
    <message>
        <source>Open Chart Reci&amp;pe…</source>
        <translation>打开图表配方(&amp;P)…</translation>
    </message>
    <message>
        <source>Make a chart again from the file beside an exported one</source>
        <translation>用导出图表旁的文件重新制作该图表</translation>
    </message>
    <message>
        <source>Open &amp;Database…</source>
        <translation>打开数据库(&amp;D)…</translation>
    </message>
    <message>
        <source>Open a SQLite file that MLflow writes to, such as mlflow.db</source>
        <translation>打开 MLflow 写入的 SQLite 文件，例如 mlflow.db</translation>
    </message>
    <message>
        <source>Connect to Ser&amp;ver…</source>
        <translation>连接服务器(&amp;V)…</translation>
    </message>
    <message>
        <source>Open an MLflow tracking server or Databricks</source>
        <translation>打开 MLflow 跟踪服务器或 Databricks</translation>
    </message>
    <message>
        <source>Work O&amp;ffline</source>
        <translation>离线工作(&amp;F)</translation>
    </message>
    <message>
        <source>Ask nothing of the chosen source until this is off</source>
        <translation>在关闭此项之前不向所选来源发出请求</translation>
    </message>
    <message>
        <source>Connection Settin&amp;gs…</source>
        <translation>连接设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Change how the chosen server is reached</source>
        <translation>更改连接所选服务器的方式</translation>
    </message>
    <message>
        <source>Re&amp;move Source…</source>
        <translation>移除来源(&amp;M)…</translation>
    </message>
    <message>
        <source>Forget the chosen source, its login and what is kept of it</source>
        <translation>忘记所选来源、其登录信息和保存的内容</translation>
    </message>
    <message>
        <source>&amp;Group…</source>
        <translation>分组(&amp;G)…</translation>
    </message>
    <message>
        <source>Group runs by a param, a tag or something else</source>
        <translation>按参数、标签或其他内容对运行分组</translation>
    </message>
    <message>
        <source>Open all groups and nested runs</source>
        <translation>展开所有分组和嵌套运行</translation>
    </message>
    <message>
        <source>Close all groups and nested runs</source>
        <translation>折叠所有分组和嵌套运行</translation>
    </message>
    <message>
        <source>Keep &amp;Experiment Offline…</source>
        <translation>离线保存实验(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose what of the experiment is there without a network</source>
        <translation>选择实验中哪些内容可脱机使用</translation>
    </message>
    <message>
        <source>&amp;Keep Run Offline…</source>
        <translation>离线保存运行(&amp;K)…</translation>
    </message>
    <message>
        <source>Choose what of the current run is there without a network</source>
        <translation>选择当前运行中哪些内容可脱机使用</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>Copy for a &amp;Paper…</source>
        <translation>为论文复制(&amp;P)…</translation>
    </message>
    <message>
        <source>Make a table of runs or groups of runs with mean and error for LaTeX, Markdown or a spreadsheet</source>
        <translation>用运行或运行分组制作带均值和误差的表格，供 LaTeX、Markdown 或电子表格使用</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Show runs side by side</source>
        <translation>并排显示运行</translation>
    </message>
    <message>
        <source>Compare Selecte&amp;d</source>
        <translation>比较所选(&amp;D)</translation>
    </message>
    <message>
        <source>Show the selected runs side by side</source>
        <translation>并排显示所选运行</translation>
    </message>
    <message>
        <source>Add to Co&amp;mparison</source>
        <translation>加入比较(&amp;M)</translation>
    </message>
    <message>
        <source>Compare the selected runs with those that are compared already</source>
        <translation>将所选运行与已在比较的运行一起比较</translation>
    </message>
    <message>
        <source>&amp;Next Difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next row that differs</source>
        <translation>转到下一个不同的行</translation>
    </message>
    <message>
        <source>&amp;Previous Difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the row before that differs</source>
        <translation>转到上一个不同的行</translation>
    </message>
    <message>
        <source>Make &amp;Baseline</source>
        <translation>设为基线(&amp;B)</translation>
    </message>
    <message>
        <source>Compare all others with the run of the current column</source>
        <translation>将其他所有运行与当前列的运行比较</translation>
    </message>
    <message>
        <source>&amp;Take Out</source>
        <translation>移出(&amp;T)</translation>
    </message>
    <message>
        <source>Take the run of the current column out of the comparison</source>
        <translation>将当前列的运行移出比较</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Say what counts as the same and what is ignored</source>
        <translation>指定什么算相同、什么被忽略</translation>
    </message>
    <message>
        <source>&amp;Export Comparison…</source>
        <translation>导出比较(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the comparison as Markdown or HTML</source>
        <translation>将比较保存为 Markdown 或 HTML</translation>
    </message>
    <message>
        <source>Saved &amp;Views</source>
        <translation>已保存的视图(&amp;V)</translation>
    </message>
    <message>
        <source>Never &amp;Write to This Source</source>
        <translation>从不写入此来源(&amp;W)</translation>
    </message>
    <message>
        <source>Keep changes of the chosen source on this machine until this is off</source>
        <translation>在关闭此项之前，将所选来源的更改保留在本机</translation>
    </message>
    <message>
        <source>Col&amp;umn Menu…</source>
        <translation>列菜单(&amp;U)…</translation>
    </message>
    <message>
        <source>Choose a column, then how it sorts, shows and stays in sight</source>
        <translation>选择一列，再选择其排序、显示和保持可见的方式</translation>
    </message>
    <message>
        <source>&amp;Save View</source>
        <translation>保存视图(&amp;S)</translation>
    </message>
    <message>
        <source>Keep filter, columns, order, groups, colours and charts under the view&apos;s name</source>
        <translation>以视图的名称保存筛选、列、排序、分组、颜色和图表</translation>
    </message>
    <message>
        <source>Save View &amp;As…</source>
        <translation>视图另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep what the table shows under a new name</source>
        <translation>以新名称保存表格显示的内容</translation>
    </message>
    <message>
        <source>Re&amp;vert View</source>
        <translation>还原视图(&amp;V)</translation>
    </message>
    <message>
        <source>Go back to the view as it was saved</source>
        <translation>回到视图保存时的状态</translation>
    </message>
    <message>
        <source>S&amp;witch View…</source>
        <translation>切换视图(&amp;W)…</translation>
    </message>
    <message>
        <source>Go to a saved view by its name</source>
        <translation>按名称转到已保存的视图</translation>
    </message>
    <message>
        <source>&amp;Rename View…</source>
        <translation>重命名视图(&amp;R)…</translation>
    </message>
    <message>
        <source>Give the view another name</source>
        <translation>为视图另取名称</translation>
    </message>
    <message>
        <source>&amp;Delete View</source>
        <translation>删除视图(&amp;D)</translation>
    </message>
    <message>
        <source>Take the view out of the list; Undo brings it back</source>
        <translation>将视图移出列表；撤销可将其恢复</translation>
    </message>
    <message>
        <source>&amp;Import View…</source>
        <translation>导入视图(&amp;I)…</translation>
    </message>
    <message>
        <source>Read a view from a file that somebody exported</source>
        <translation>从他人导出的文件读取视图</translation>
    </message>
    <message>
        <source>&amp;Export View…</source>
        <translation>导出视图(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the view into a file that can be sent by mail</source>
        <translation>将视图写入可通过邮件发送的文件</translation>
    </message>
    <message>
        <source>Co&amp;lour…</source>
        <translation>颜色(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose the colour of the selected runs</source>
        <translation>选择选中运行的颜色</translation>
    </message>
    <message>
        <source>Re&amp;name Run…</source>
        <translation>重命名运行(&amp;N)…</translation>
    </message>
    <message>
        <source>Give the selected run another name</source>
        <translation>为选中的运行另取名称</translation>
    </message>
    <message>
        <source>Edit Descript&amp;ion</source>
        <translation>编辑描述(&amp;I)</translation>
    </message>
    <message>
        <source>Write the description of the selected run</source>
        <translation>填写选中运行的描述</translation>
    </message>
    <message>
        <source>Add &amp;Tag…</source>
        <translation>添加标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Give all selected runs a tag</source>
        <translation>为所有选中的运行添加标签</translation>
    </message>
    <message>
        <source>Delete Selected Ta&amp;gs</source>
        <translation>删除选中的标签(&amp;G)</translation>
    </message>
    <message>
        <source>Delete the tags that are selected beside the table</source>
        <translation>删除表格旁选中的标签</translation>
    </message>
    <message>
        <source>Add Chart of an Expressio&amp;n…</source>
        <translation>添加表达式图表(&amp;N)…</translation>
    </message>
    <message>
        <source>Add a chart of metrics reckoned with, as a - b or log(a)</source>
        <translation>添加由指标计算得出的图表，例如 a - b 或 log(a)</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>发件箱(&amp;O)…</translation>
    </message>
    <message>
        <source>Show what was changed here and has not arrived in its store</source>
        <translation>显示在此处更改但尚未到达其存储的内容</translation>
    </message>
    <message>
        <source>F&amp;ind Moved Artifacts…</source>
        <translation>查找已移动的产物(&amp;I)…</translation>
    </message>
    <message>
        <source>Find the artifacts of the chosen source whose recorded places are not there any more</source>
        <translation>查找所选来源中记录位置已不存在的产物</translation>
    </message>
    <message>
        <source>Revie&amp;ws</source>
        <translation>评审(&amp;W)</translation>
    </message>
    <message>
        <source>Show what was asked for and waits for a decision</source>
        <translation>显示已提出请求、等待决策的内容</translation>
    </message>
    <message>
        <source>Compare &amp;File Contents…</source>
        <translation>比较文件内容(&amp;F)…</translation>
    </message>
    <message>
        <source>Show what differs inside the current artifact of two runs</source>
        <translation>显示两个运行的当前产物内部的差异</translation>
    </message>
    <message>
        <source>S&amp;ystem Metrics</source>
        <translation>系统指标(&amp;Y)</translation>
    </message>
    <message>
        <source>Show what the machine was doing, or the charts again</source>
        <translation>显示机器当时的状况，或重新显示图表</translation>
    </message>
    <message>
        <source>Show as &amp;Board</source>
        <translation>显示为看板(&amp;B)</translation>
    </message>
    <message>
        <source>Show the versions of a model in lanes</source>
        <translation>在泳道中显示模型的版本</translation>
    </message>
    <message>
        <source>&amp;Lanes…</source>
        <translation>泳道(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose by what the lanes of the board are told apart</source>
        <translation>选择看板泳道的划分依据</translation>
    </message>
    <message>
        <source>M&amp;etric of the Source Runs…</source>
        <translation>来源运行的指标(&amp;E)…</translation>
    </message>
    <message>
        <source>Show a metric of the source runs for each version</source>
        <translation>为每个版本显示来源运行的一个指标</translation>
    </message>
    <message>
        <source>Move to &amp;Stage…</source>
        <translation>移至阶段(&amp;S)…</translation>
    </message>
    <message>
        <source>Move the selected version to another stage</source>
        <translation>将选中的版本移至另一阶段</translation>
    </message>
    <message>
        <source>Set &amp;Alias…</source>
        <translation>设置别名(&amp;A)…</translation>
    </message>
    <message>
        <source>Let an alias point to the selected version</source>
        <translation>让别名指向选中的版本</translation>
    </message>
    <message>
        <source>Re&amp;move Alias…</source>
        <translation>移除别名(&amp;M)…</translation>
    </message>
    <message>
        <source>Take an alias away from the selected version</source>
        <translation>从选中的版本移除别名</translation>
    </message>
    <message>
        <source>Edit Version &amp;Description</source>
        <translation>编辑版本描述(&amp;D)</translation>
    </message>
    <message>
        <source>Write the description of the selected version</source>
        <translation>填写选中版本的描述</translation>
    </message>
    <message>
        <source>Add Version &amp;Tag…</source>
        <translation>添加版本标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Give the selected version a tag</source>
        <translation>为选中的版本添加标签</translation>
    </message>
    <message>
        <source>Ask for &amp;Promotion…</source>
        <translation>请求晋升(&amp;P)…</translation>
    </message>
    <message>
        <source>Ask others to decide where the selected version goes</source>
        <translation>请他人决定选中版本的去向</translation>
    </message>
    <message>
        <source>Appro&amp;ve</source>
        <translation>批准(&amp;V)</translation>
    </message>
    <message>
        <source>Approve the selected request</source>
        <translation>批准选中的请求</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒绝(&amp;J)</translation>
    </message>
    <message>
        <source>Reject the selected request</source>
        <translation>拒绝选中的请求</translation>
    </message>
    <message>
        <source>Comme&amp;nt</source>
        <translation>评论(&amp;N)</translation>
    </message>
    <message>
        <source>Say something about the selected request</source>
        <translation>对选中的请求发表评论</translation>
    </message>
    <message>
        <source>&amp;Withdraw Request</source>
        <translation>撤回请求(&amp;W)</translation>
    </message>
    <message>
        <source>Take back what you asked for</source>
        <translation>收回自己提出的请求</translation>
    </message>
    <message>
        <source>Polic&amp;y…</source>
        <translation>策略(&amp;Y)…</translation>
    </message>
    <message>
        <source>Say what a promotion of the model needs</source>
        <translation>指定模型晋升的条件</translation>
    </message>
    <message>
        <source>&amp;Decisions Log…</source>
        <translation>决策日志(&amp;D)…</translation>
    </message>
    <message>
        <source>Show all that was decided on this machine</source>
        <translation>显示在本机作出的所有决策</translation>
    </message>
    <message>
        <source>Save Review &amp;Pack…</source>
        <translation>保存评审包(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the selected request with all its evidence as one file</source>
        <translation>将选中的请求及其全部依据保存为一个文件</translation>
    </message>
</context>
<context>
    <name>ChartFiles</name>
    <message>
        <source>%1 of the chart&apos;s %2 are not in this table. They come from: %3</source>
        <translation>该图表的 %2 中有 %1 个不在此表中。它们来自：%3</translation>
    </message>
    <message>
        <source>Folder for the charts</source>
        <translation>图表文件夹</translation>
    </message>
    <message>
        <source>Open the recipe of a chart</source>
        <translation>打开图表的配方</translation>
    </message>
    <message>
        <source>Recipes of charts (*.podium.json)</source>
        <translation>图表配方 (*.podium.json)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The run&apos;s id, or how it begins.</source>
        <translation>运行的 ID，或其开头部分。</translation>
    </message>
    <message>
        <source>Only this file or folder.</source>
        <translation>仅此文件或文件夹。</translation>
    </message>
    <message>
        <source>Copy the artifacts into this folder.</source>
        <translation>将产物复制到此文件夹。</translation>
    </message>
    <message>
        <source>bring the cache up to date with a source</source>
        <translation>用来源的内容更新缓存</translation>
    </message>
    <message>
        <source>all that is known of a source, as JSON</source>
        <translation>来源的全部已知内容，以 JSON 输出</translation>
    </message>
    <message>
        <source>the run table: filter, order, columns, formats</source>
        <translation>运行表：筛选、排序、列、格式</translation>
    </message>
    <message>
        <source>every point of a metric of a run</source>
        <translation>某次运行某个指标的所有点</translation>
    </message>
    <message>
        <source>list or download the artifacts of a run</source>
        <translation>列出或下载某次运行的产物</translation>
    </message>
    <message>
        <source>registered models and their versions</source>
        <translation>注册模型及其版本</translation>
    </message>
    <message>
        <source>what could not be read, and why</source>
        <translation>无法读取的内容及原因</translation>
    </message>
    <message>
        <source>Usage: podium [SOURCE...]         open the window
       podium COMMAND SOURCE ... work without a window

Commands:
</source>
        <translation>用法：podium [SOURCE...]         打开窗口
      podium COMMAND SOURCE ... 不打开窗口，直接执行

命令：
</translation>
    </message>
    <message>
        <source>Prints all that is known of a source after a sync, as one JSON document.</source>
        <translation>同步后将来源的全部已知内容输出为一个 JSON 文档。</translation>
    </message>
    <message>
        <source>Write to this file instead of the standard output.</source>
        <translation>写入此文件，而不是标准输出。</translation>
    </message>
    <message>
        <source>Leave out the points of the metrics.</source>
        <translation>不含指标的点。</translation>
    </message>
    <message>
        <source>Leave out the lists of artifacts.</source>
        <translation>不含产物列表。</translation>
    </message>
    <message>
        <source>Prints every point of a metric of a run.</source>
        <translation>输出某次运行某个指标的所有点。</translation>
    </message>
    <message>
        <source>The metric.</source>
        <translation>指标。</translation>
    </message>
    <message>
        <source>csv, tsv or json.</source>
        <translation>csv、tsv 或 json。</translation>
    </message>
    <message>
        <source>There is no format %1.</source>
        <translation>没有格式 %1。</translation>
    </message>
    <message>
        <source>The run has no metric %1.</source>
        <translation>该运行没有指标 %1。</translation>
    </message>
    <message>
        <source>Lists the registered models, or the versions of one.</source>
        <translation>列出注册模型，或其中一个的各版本。</translation>
    </message>
    <message>
        <source>A registered model.</source>
        <translation>注册模型。</translation>
    </message>
    <message>
        <source>table, csv, tsv, json, markdown, latex or ids.</source>
        <translation>table、csv、tsv、json、markdown、latex 或 ids。</translation>
    </message>
    <message>
        <source>There is no registered model %1.</source>
        <translation>没有注册模型 %1。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Use this cache file instead of the one in the user&apos;s data folder.</source>
        <translation>使用此缓存文件，而不是用户数据文件夹中的缓存。</translation>
    </message>
    <message>
        <source>There is an argument too many: %1</source>
        <translation>参数多余：%1</translation>
    </message>
    <message>
        <source>The source is an empty text.</source>
        <translation>来源为空文本。</translation>
    </message>
    <message>
        <source>Some arguments are missing.</source>
        <translation>缺少参数。</translation>
    </message>
    <message>
        <source>See: podium %1 --help</source>
        <translation>参见：podium %1 --help</translation>
    </message>
    <message>
        <source>Lists what could not be read, with path and reason.</source>
        <translation>列出无法读取的内容，附路径和原因。</translation>
    </message>
    <message>
        <source>table, csv, tsv, json, markdown or latex.</source>
        <translation>table、csv、tsv、json、markdown 或 latex。</translation>
    </message>
    <message>
        <source>Only this experiment; may be repeated.</source>
        <translation>仅此实验；可重复使用。</translation>
    </message>
    <message>
        <source>Only runs for which it holds, e.g. &quot;metrics.loss &lt; 0.3 AND params.opt = &apos;adam&apos;&quot;.</source>
        <translation>仅满足此条件的运行，例如 &quot;metrics.loss &lt; 0.3 AND params.opt = &apos;adam&apos;&quot;。</translation>
    </message>
    <message>
        <source>E.g. &quot;metrics.loss ASC&quot;; may be repeated.</source>
        <translation>例如 &quot;metrics.loss ASC&quot;；可重复使用。</translation>
    </message>
    <message>
        <source>Columns, e.g. &quot;run_name,params.lr,min(metrics.loss)&quot;.</source>
        <translation>列，例如 &quot;run_name,params.lr,min(metrics.loss)&quot;。</translation>
    </message>
    <message>
        <source>At most so many runs.</source>
        <translation>最多输出这么多次运行。</translation>
    </message>
    <message>
        <source>Deleted runs too.</source>
        <translation>包括已删除的运行。</translation>
    </message>
    <message>
        <source>Answer many questions: a JSON object a line with &quot;filter&quot; and &quot;order_by&quot;; - is the standard input.</source>
        <translation>批量查询：每行一个含 &quot;filter&quot; 和 &quot;order_by&quot; 的 JSON 对象；- 表示标准输入。</translation>
    </message>
    <message>
        <source>There is no experiment %1.</source>
        <translation>没有实验 %1。</translation>
    </message>
    <message>
        <source>Prints the run table of a source.</source>
        <translation>输出来源的运行表。</translation>
    </message>
    <message>
        <source>--limit takes a number.</source>
        <translation>--limit 须为数字。</translation>
    </message>
    <message>
        <source>Stopped. What was read so far is in the cache.</source>
        <translation>已停止。目前已读取的内容在缓存中。</translation>
    </message>
    <message>
        <source>%1 more: see podium problems</source>
        <translation>另有 %1 个：参见 podium problems</translation>
    </message>
    <message>
        <source>There is no run %1 in %2.</source>
        <translation>%2 中没有运行 %1。</translation>
    </message>
    <message>
        <source>%1 runs begin with %2: write more of the id.</source>
        <translation>有 %1 次运行以 %2 开头：请多写几位 ID。</translation>
    </message>
    <message>
        <source>Brings the cache up to date with a source and prints what was read.</source>
        <translation>用来源的内容更新缓存，并输出读取的内容。</translation>
    </message>
    <message>
        <source>Read every run, changed or not.</source>
        <translation>读取每次运行，不论是否有更改。</translation>
    </message>
    <message>
        <source>Print the figures as JSON.</source>
        <translation>以 JSON 输出统计数字。</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this file (PEM).</source>
        <translation>信任此文件（PEM）中的证书颁发机构。</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate.</source>
        <translation>不检查服务器的证书。</translation>
    </message>
    <message>
        <source>Log in with this name. The password comes from MLFLOW_TRACKING_PASSWORD or ~/.mlflow/credentials.</source>
        <translation>用此名称登录。密码取自 MLFLOW_TRACKING_PASSWORD 或 ~/.mlflow/credentials。</translation>
    </message>
    <message>
        <source>An mlruns folder or a SQLite file (mlflow.db, sqlite:///mlflow.db), a folder that has one of them, an experiment&apos;s or run&apos;s folder, the URL of a tracking server, or databricks://PROFILE. Without it MLFLOW_TRACKING_URI is used, or mlruns or mlflow.db in the current folder.</source>
        <translation>mlruns 文件夹或 SQLite 文件（mlflow.db、sqlite:///mlflow.db），包含其中之一的文件夹，实验或运行的文件夹，跟踪服务器的 URL，或 databricks://PROFILE。未给出时使用 MLFLOW_TRACKING_URI，或当前文件夹中的 mlruns 或 mlflow.db。</translation>
    </message>
    <message>
        <source>Name a source: there is no MLFLOW_TRACKING_URI, no folder mlruns and no mlflow.db.</source>
        <translation>请指定来源：没有 MLFLOW_TRACKING_URI、mlruns 文件夹或 mlflow.db。</translation>
    </message>
    <message>
        <source>Stopped. What has come of a file is kept beside it as .part; the same command goes on from there.</source>
        <translation>已停止。文件已收到的部分以 .part 保存在旁边；同一命令会从那里继续。</translation>
    </message>
    <message>
        <source>Lists the artifacts of a run or of a model&apos;s version with their sizes, or downloads them.</source>
        <translation>列出运行或模型版本的产物及其大小，或下载它们。</translation>
    </message>
    <message>
        <source>The run&apos;s id, or how it begins; or a version as models:/NAME/VERSION or models:/NAME@ALIAS.</source>
        <translation>运行的 ID，或其开头部分；或以 models:/NAME/VERSION 或 models:/NAME@ALIAS 表示的版本。</translation>
    </message>
    <message>
        <source>There is no version %1 in %2.</source>
        <translation>%2 中没有版本 %1。</translation>
    </message>
    <message>
        <source>%1 and %2; no run has changed since the last sync.</source>
        <translation>%1、%2；自上次同步以来没有运行发生更改。</translation>
    </message>
    <message>
        <source>%1 and %2; %3 new or changed, %4 gone.</source>
        <translation>%1、%2；%3 个新增或更改，%4 个已消失。</translation>
    </message>
    <message>
        <source>Of this version instead of the model.</source>
        <translation>针对此版本而不是模型。</translation>
    </message>
    <message>
        <source>Brings a version of a registered model to a stage.</source>
        <translation>将注册模型的某个版本移至某个阶段。</translation>
    </message>
    <message>
        <source>The version&apos;s number.</source>
        <translation>版本号。</translation>
    </message>
    <message>
        <source>None, Staging, Production or Archived.</source>
        <translation>None、Staging、Production 或 Archived。</translation>
    </message>
    <message>
        <source>The other versions in that stage go to Archived.</source>
        <translation>该阶段中的其他版本移至 Archived。</translation>
    </message>
    <message>
        <source>Why; kept by a Databricks workspace.</source>
        <translation>原因；由 Databricks 工作区保存。</translation>
    </message>
    <message>
        <source>There is no stage %1.</source>
        <translation>没有阶段 %1。</translation>
    </message>
    <message>
        <source>--archive-existing is for Staging and Production only.</source>
        <translation>--archive-existing 仅适用于 Staging 和 Production。</translation>
    </message>
    <message>
        <source>Sets, moves or takes away an alias of a registered model.</source>
        <translation>设置、移动或移除注册模型的别名。</translation>
    </message>
    <message>
        <source>The alias.</source>
        <translation>别名。</translation>
    </message>
    <message>
        <source>The version it is to be at.</source>
        <translation>别名应指向的版本。</translation>
    </message>
    <message>
        <source>Take it away.</source>
        <translation>将其移除。</translation>
    </message>
    <message>
        <source>Give a version, or --remove.</source>
        <translation>请给出版本或 --remove。</translation>
    </message>
    <message>
        <source>Describes a registered model or a version of it.</source>
        <translation>为注册模型或其某个版本填写描述。</translation>
    </message>
    <message>
        <source>The description; &quot;&quot; takes it away.</source>
        <translation>描述；&quot;&quot; 会将其移除。</translation>
    </message>
    <message>
        <source>Tags a registered model or a version of it.</source>
        <translation>为注册模型或其某个版本设置标签。</translation>
    </message>
    <message>
        <source>The tag&apos;s key.</source>
        <translation>标签的键。</translation>
    </message>
    <message>
        <source>The tag&apos;s value.</source>
        <translation>标签的值。</translation>
    </message>
    <message>
        <source>Give a value, or --remove.</source>
        <translation>请给出值或 --remove。</translation>
    </message>
    <message>
        <source>bring a version of a registered model to a stage</source>
        <translation>将注册模型的某个版本移至某个阶段</translation>
    </message>
    <message>
        <source>set, move or take away an alias of a model</source>
        <translation>设置、移动或移除模型的别名</translation>
    </message>
    <message>
        <source>describe a registered model or a version of it</source>
        <translation>为注册模型或其某个版本填写描述</translation>
    </message>
    <message>
        <source>tag a registered model or a version of it</source>
        <translation>为注册模型或其某个版本设置标签</translation>
    </message>
    <message>
        <source>changes that have not arrived in their stores</source>
        <translation>尚未到达其存储的更改</translation>
    </message>
    <message>
        <source>
A command&apos;s options: podium COMMAND --help
Exit codes: 0 done, 1 done with problems in the store, 2 wrong usage,
3 the source can&apos;t be opened, 4 stopped. Of changes: 5 conflict, 6 waiting,
7 refused.
</source>
        <translation>
查看命令的选项：podium COMMAND --help
退出码：0 完成，1 完成但存储中有问题，2 用法错误，
3 无法打开来源，4 已停止。更改：5 冲突，6 等待，
7 被拒绝。
</translation>
    </message>
    <message>
        <source>Only if the store holds this; &quot;&quot; for nothing. Without it, only if it still holds what was read just before.</source>
        <translation>仅当存储中为此内容时；&quot;&quot; 表示无内容。未给出时，仅当存储中仍为刚刚读取的内容时。</translation>
    </message>
    <message>
        <source>Print what would be written where, and write nothing.</source>
        <translation>输出将写入的内容和位置，但不写入任何内容。</translation>
    </message>
    <message>
        <source>Only put it into the outbox: it goes to the store from the window, or by podium outbox --retry.</source>
        <translation>仅放入发件箱：由窗口或通过 podium outbox --retry 写入存储。</translation>
    </message>
    <message>
        <source>There is no version %1 of %2.</source>
        <translation>%2 没有版本 %1。</translation>
    </message>
    <message>
        <source>It is so already: %1.</source>
        <translation>已经如此：%1。</translation>
    </message>
    <message>
        <source>The store holds something else than what is expected.</source>
        <translation>存储中的内容与预期不同。</translation>
    </message>
    <message>
        <source>Number %1 in the outbox: %2</source>
        <translation>发件箱中的第 %1 号：%2</translation>
    </message>
    <message>
        <source>It waits for number %1: %2.</source>
        <translation>正在等待第 %1 号：%2。</translation>
    </message>
    <message>
        <source>It is number %1 in the outbox: see podium outbox.</source>
        <translation>它是发件箱中的第 %1 号：参见 podium outbox。</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>没有等待的更改。</translation>
    </message>
    <message>
        <source>Stopped. What did not arrive waits in the outbox.</source>
        <translation>已停止。未到达的更改在发件箱中等待。</translation>
    </message>
    <message>
        <source>There is no number %1 in the outbox.</source>
        <translation>发件箱中没有第 %1 号。</translation>
    </message>
    <message>
        <source>Number %1 is just being written.</source>
        <translation>第 %1 号正在写入。</translation>
    </message>
    <message>
        <source>Lists the changes that have not arrived in their stores: all, or those of a source.</source>
        <translation>列出尚未到达其存储的更改：全部，或某个来源的。</translation>
    </message>
    <message>
        <source>Bring them to their stores first, but for conflicts.</source>
        <translation>先将它们写入其存储，冲突除外。</translation>
    </message>
    <message>
        <source>Take this one back first: what the store holds counts.</source>
        <translation>先撤回此项：以存储中的内容为准。</translation>
    </message>
    <message>
        <source>Print the list as JSON.</source>
        <translation>以 JSON 输出列表。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 point(s)</source>
        <translation>
            <numerusform>%1 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 file(s)</source>
        <translation>
            <numerusform>%1 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version(s)</source>
        <translation>
            <numerusform>%1 个版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problem(s)</source>
        <translation>
            <numerusform>%1 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 experiment(s)</source>
        <translation>
            <numerusform>%1 个实验</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Databricks</name>
    <message>
        <source>Nothing says which workspace that is: DATABRICKS_HOST is not set, and %1 has no profile DEFAULT.</source>
        <translation>无法得知是哪个工作区：未设置 DATABRICKS_HOST，且 %1 中没有配置 DEFAULT。</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”.</source>
        <translation>%1 中没有可用的配置“%2”。</translation>
    </message>
    <message>
        <source>Those it has are: %1.</source>
        <translation>现有的配置：%1。</translation>
    </message>
    <message>
        <source>Shows the models of Unity Catalog.</source>
        <translation>显示 Unity Catalog 的模型。</translation>
    </message>
    <message>
        <source>Shows the models of Unity Catalog and of the workspace.</source>
        <translation>显示 Unity Catalog 和工作区的模型。</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>(deleted)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 及另外 %2 项</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Name: waiting until the store can be reached</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Kept here only, the server does not let you write: %1</source>
        <translation>仅保留在此处，服务器不允许写入：%1</translation>
    </message>
    <message>
        <source>Kept here only, the store is read-only: %1.</source>
        <translation>仅保留在此处，存储为只读：%1。</translation>
    </message>
    <message>
        <source>Kept here only, the store is read-only.</source>
        <translation>仅保留在此处，存储为只读。</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>kept here only</source>
        <translation>仅保留在此处</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Changed here, and being written to the store.</source>
        <translation>已在此处更改，正在写入存储。</translation>
    </message>
    <message>
        <source>Changed here, and waiting until the store can be reached.</source>
        <translation>已在此处更改，等待存储可访问。</translation>
    </message>
    <message>
        <source>Changed here only, the store is read-only.</source>
        <translation>仅在此处更改，存储为只读。</translation>
    </message>
    <message>
        <source>Changed here, and refused by the store: see the outbox.</source>
        <translation>已在此处更改，被存储拒绝：参见发件箱。</translation>
    </message>
    <message>
        <source>Changed here and in the store: see the outbox.</source>
        <translation>此处和存储中均已更改：参见发件箱。</translation>
    </message>
    <message>
        <source>Written to the store.</source>
        <translation>已写入存储。</translation>
    </message>
    <message>
        <source>Is being written to the store.</source>
        <translation>正在写入存储。</translation>
    </message>
    <message>
        <source>Waiting, and tried again by itself: %1</source>
        <translation>等待中，会自动重试：%1</translation>
    </message>
    <message>
        <source>Waiting until the store can be reached.</source>
        <translation>等待存储可访问。</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. The store holds “%1”.</source>
        <translation>其间已被他人更改。存储中为“%1”。</translation>
    </message>
    <message>
        <source>Somebody else deleted it meanwhile.</source>
        <translation>其间已被他人删除。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Somebody else moved the alias meanwhile: it is at version %1.</source>
        <translation>其间别名已被他人移动：现指向版本 %1。</translation>
    </message>
    <message>
        <source>Somebody else took the alias away meanwhile.</source>
        <translation>其间别名已被他人移除。</translation>
    </message>
    <message>
        <source>Others are in %1 than there were when this was decided: version %2.</source>
        <translation>%1 中的版本与决策时不同：版本 %2。</translation>
    </message>
    <message>
        <source>Somebody else moved the version meanwhile: it is in %1.</source>
        <translation>其间版本已被他人移动：现处于 %1。</translation>
    </message>
    <message>
        <source>Waiting for what was decided before it: %1.</source>
        <translation>等待在此之前的决策：%1。</translation>
    </message>
    <message>
        <source>Alias %1</source>
        <translation>别名 %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>churn, version 7</comment>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>%1, archives %2</source>
        <comment>Production, archives 4, 5</comment>
        <translation>%1，归档 %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>Staging → Production</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>version %1 of %2: %3</source>
        <translation>%2 的版本 %1：%3</translation>
    </message>
    <message>
        <source>alias %1 of %2: %3</source>
        <translation>%2 的别名 %1：%3</translation>
    </message>
    <message>
        <source>description of %1: %2</source>
        <translation>%1 的描述：%2</translation>
    </message>
    <message>
        <source>description of version %1 of %2: %3</source>
        <translation>%2 的版本 %1 的描述：%3</translation>
    </message>
    <message>
        <source>tag %1 of %2: %3</source>
        <translation>%2 的标签 %1：%3</translation>
    </message>
    <message>
        <source>tag %1 of version %2 of %3: %4</source>
        <translation>%3 的版本 %2 的标签 %1：%4</translation>
    </message>
    <message>
        <source>tag %1 of run %2: %3</source>
        <translation>运行 %2 的标签 %1：%3</translation>
    </message>
    <message>
        <source>name of run %1: %2</source>
        <translation>运行 %1 的名称：%2</translation>
    </message>
    <message>
        <source>%1: is deleted</source>
        <comment>models/churn/aliases/champion: …</comment>
        <translation>%1：将被删除</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>Open the database %1</source>
        <translation>打开数据库 %1</translation>
    </message>
    <message>
        <source>Open the archive %1</source>
        <translation>打开归档 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open these %1 as sources</source>
        <translation>将这 %1 项作为来源打开</translation>
    </message>
    <message>
        <source>Import the view %1</source>
        <translation>导入视图 %1</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>There is nothing at %1. Check the path, or whether the disk or share it is on is connected.</source>
        <translation>%1 处没有任何内容。请检查路径，或其所在的磁盘或共享是否已连接。</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, then sync again.</source>
        <translation>无法读取 %1：%2。请向其所有者申请读取权限，然后重新同步。</translation>
    </message>
    <message>
        <source>Not an MLflow store</source>
        <translation>不是 MLflow 存储</translation>
    </message>
    <message>
        <source>%1 is no MLflow store: it has no experiment folder with a meta.yaml. Open the mlruns folder, or one that has it.</source>
        <translation>%1 不是 MLflow 存储：其中没有含 meta.yaml 的实验文件夹。请打开 mlruns 文件夹，或包含它的文件夹。</translation>
    </message>
    <message>
        <source>Not a database</source>
        <translation>不是数据库</translation>
    </message>
    <message>
        <source>%1 is no SQLite database that MLflow made. Open the file that MLflow&apos;s backend store URI names.</source>
        <translation>%1 不是由 MLflow 创建的 SQLite 数据库。请打开 MLflow 的后端存储 URI 所指的文件。</translation>
    </message>
    <message>
        <source>Empty database</source>
        <translation>数据库为空</translation>
    </message>
    <message>
        <source>%1 is a database without MLflow&apos;s tables. MLflow makes them when it writes its first run there.</source>
        <translation>%1 是数据库，但没有 MLflow 的表。MLflow 首次向其写入运行时会创建这些表。</translation>
    </message>
    <message>
        <source>A folder, not a database</source>
        <translation>是文件夹而非数据库</translation>
    </message>
    <message>
        <source>%1 is a folder, but a database file was asked for. Open it as a folder instead.</source>
        <translation>%1 是文件夹，而此处需要数据库文件。请改为将其作为文件夹打开。</translation>
    </message>
    <message>
        <source>Unknown kind of source</source>
        <translation>未知的来源类型</translation>
    </message>
    <message>
        <source>Source is gone</source>
        <translation>来源已消失</translation>
    </message>
    <message>
        <source>%1 is not there any more. What was read before is still shown; sync again when it is back.</source>
        <translation>%1 已不存在。之前读取的内容仍会显示；待其恢复后请重新同步。</translation>
    </message>
    <message>
        <source>No meta.yaml</source>
        <translation>没有 meta.yaml</translation>
    </message>
    <message>
        <source>Empty meta.yaml</source>
        <translation>meta.yaml 为空</translation>
    </message>
    <message>
        <source>Broken meta.yaml</source>
        <translation>meta.yaml 已损坏</translation>
    </message>
    <message>
        <source>Key missing in meta.yaml</source>
        <translation>meta.yaml 缺少键</translation>
    </message>
    <message>
        <source>%1 has no “%2”, which every such file needs. Add the line and sync again.</source>
        <translation>%1 中没有“%2”，而此类文件必须包含它。请补上该行，然后重新同步。</translation>
    </message>
    <message>
        <source>Id differs from the folder</source>
        <translation>ID 与文件夹不一致</translation>
    </message>
    <message>
        <source>%1 says that its id is “%2”, but it lies in the folder “%3”. The folder was probably copied or renamed; give it the name of the id.</source>
        <translation>%1 中的 ID 是“%2”，但它位于文件夹“%3”中。该文件夹可能被复制或重命名过；请将其名称改为该 ID。</translation>
    </message>
    <message>
        <source>Unusable value in meta.yaml</source>
        <translation>meta.yaml 中的值不可用</translation>
    </message>
    <message>
        <source>%1 has “%3” for “%2”, which can&apos;t be used. Mend the line and sync again.</source>
        <translation>%1 中“%2”的值为“%3”，无法使用。请修正该行，然后重新同步。</translation>
    </message>
    <message>
        <source>Unreadable metric line</source>
        <translation>指标行无法读取</translation>
    </message>
    <message>
        <source>Line %2 of %1 was left out: %3. The other lines of the file are shown.</source>
        <translation>已略过 %1 的第 %2 行：%3。该文件的其他行仍会显示。</translation>
    </message>
    <message>
        <source>Metric without values</source>
        <translation>指标没有值</translation>
    </message>
    <message>
        <source>%1 is empty, so this metric has no values. The run was probably stopped before it wrote the first one.</source>
        <translation>%1 为空，因此该指标没有值。运行可能在写入首个值之前就已停止。</translation>
    </message>
    <message>
        <source>Unusable key</source>
        <translation>键不可用</translation>
    </message>
    <message>
        <source>In %1 the key “%2” is none that MLflow allows, so it was left out. Rename the file to have it shown.</source>
        <translation>%1 中的键“%2”不是 MLflow 允许的键，因此已略过。要显示它，请重命名该文件。</translation>
    </message>
    <message>
        <source>Not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. The bytes that can&apos;t be read are shown as �; save the file as UTF-8 to mend it.</source>
        <translation>%1 不是 UTF-8 文本。无法读取的字节显示为 �；将文件另存为 UTF-8 即可修复。</translation>
    </message>
    <message>
        <source>Value too large</source>
        <translation>值过大</translation>
    </message>
    <message>
        <source>%1 has %2, more than the %3 that are kept. Its beginning is shown; the file itself has it all.</source>
        <translation>%1 大小为 %2，超过可保留的 %3。此处显示其开头部分；完整内容见文件本身。</translation>
    </message>
    <message>
        <source>Folders too deep</source>
        <translation>文件夹层级过深</translation>
    </message>
    <message>
        <source>%1 has folders more than %2 levels deep; what lies deeper was left out.</source>
        <translation>%1 中的文件夹超过 %2 层；更深的内容已略过。</translation>
    </message>
    <message>
        <source>Link out of the store</source>
        <translation>指向存储之外的链接</translation>
    </message>
    <message>
        <source>%1 is a link to a place outside the store. Such links are not followed; open that place as a source of its own.</source>
        <translation>%1 是指向存储之外的链接。此类链接不会被跟随；请将所指位置作为单独的来源打开。</translation>
    </message>
    <message>
        <source>Unexpected file</source>
        <translation>意外的文件</translation>
    </message>
    <message>
        <source>%1 does not belong to an MLflow store and was left out. It does no harm.</source>
        <translation>%1 不属于 MLflow 存储，已略过。它没有任何影响。</translation>
    </message>
    <message>
        <source>Name used twice</source>
        <translation>名称重复</translation>
    </message>
    <message>
        <source>%1 has the name “%2”, which another one of this store has too. Both are shown; rename one to tell them apart.</source>
        <translation>%1 的名称是“%2”，此存储中另有一个同名。两者都会显示；请重命名其一以便区分。</translation>
    </message>
    <message>
        <source>Reading failed</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>%1 could not be read: %2. Sync again; if it stays so, check the disk or the network.</source>
        <translation>无法读取 %1：%2。请重新同步；若仍然如此，请检查磁盘或网络。</translation>
    </message>
    <message>
        <source>Too many files to watch</source>
        <translation>要监视的文件过多</translation>
    </message>
    <message>
        <source>The system does not allow to watch all of %1 for changes, so it is looked at from time to time instead. A greater fs.inotify.max_user_watches makes it immediate.</source>
        <translation>系统不允许监视 %1 的全部更改，因此改为定时检查。增大 fs.inotify.max_user_watches 可即时感知更改。</translation>
    </message>
    <message>
        <source>Artifacts only</source>
        <translation>仅有产物</translation>
    </message>
    <message>
        <source>%1 holds artifacts of runs, but no runs: the runs are kept in a database or on a server. Open that one.</source>
        <translation>%1 中有运行的产物，但没有运行：运行保存在数据库或服务器上。请打开该数据库或服务器。</translation>
    </message>
    <message>
        <source>Store inside a store</source>
        <translation>存储中嵌有存储</translation>
    </message>
    <message>
        <source>%1 is an MLflow store inside this one and was left out. Open it as a source of its own.</source>
        <translation>%1 是位于此存储内的另一个 MLflow 存储，已略过。请将其作为单独的来源打开。</translation>
    </message>
    <message>
        <source>Cache can&apos;t be opened</source>
        <translation>无法打开缓存</translation>
    </message>
    <message>
        <source>The cache %1 can&apos;t be opened: %2. Check that the folder can be written to and that the disk is not full.</source>
        <translation>无法打开缓存 %1：%2。请检查文件夹是否可写、磁盘是否已满。</translation>
    </message>
    <message>
        <source>Cache of a newer version</source>
        <translation>缓存来自更新的版本</translation>
    </message>
    <message>
        <source>The cache %1 was made by a newer Podium (its version is %2, this program knows %3). Use that program, or another cache.</source>
        <translation>缓存 %1 由更新版本的 Podium 创建（其版本为 %2，本程序支持到 %3）。请使用那个程序，或换用其他缓存。</translation>
    </message>
    <message>
        <source>Cache was damaged</source>
        <translation>缓存已损坏</translation>
    </message>
    <message>
        <source>The cache %1 was damaged; it was put aside as %2 and a new one was begun. Sync your sources to fill it.</source>
        <translation>缓存 %1 已损坏；已将其另存为 %2 并新建了缓存。请同步来源以填充缓存。</translation>
    </message>
    <message>
        <source>Cache in use</source>
        <translation>缓存正在使用</translation>
    </message>
    <message>
        <source>Another program is writing to the cache %1. Close the other Podium and try again.</source>
        <translation>另一个程序正在写入缓存 %1。请关闭另一个 Podium，然后重试。</translation>
    </message>
    <message>
        <source>Database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>The database is damaged; this was found while running “%1”: %2. Make a copy of the file before anything else.</source>
        <translation>数据库已损坏；在执行“%1”时发现：%2。请先备份该文件，再做其他操作。</translation>
    </message>
    <message>
        <source>Database error</source>
        <translation>数据库错误</translation>
    </message>
    <message>
        <source>The database refused “%1”: %2. Try again; if it stays so, please report it.</source>
        <translation>数据库拒绝了“%1”：%2。请重试；若仍然如此，请报告此问题。</translation>
    </message>
    <message>
        <source>Filter can&apos;t be read</source>
        <translation>无法解析筛选条件</translation>
    </message>
    <message>
        <source>The filter can&apos;t be read at character %1: expected %3.</source>
        <translation>筛选条件在第 %1 个字符处无法解析：此处应为%3。</translation>
    </message>
    <message>
        <source>Filter can&apos;t be used</source>
        <translation>无法使用筛选条件</translation>
    </message>
    <message>
        <source>The filter can&apos;t be used from character %1 on: %3.</source>
        <translation>筛选条件从第 %1 个字符起无法使用：%3。</translation>
    </message>
    <message>
        <source>Artifact not found</source>
        <translation>未找到产物</translation>
    </message>
    <message>
        <source>The run %1 has no artifact “%2” any more. Sync its source to see what is there now.</source>
        <translation>运行 %1 已没有产物“%2”。请同步其来源以查看现有内容。</translation>
    </message>
    <message>
        <source>Artifact outside its run</source>
        <translation>产物位于运行之外</translation>
    </message>
    <message>
        <source>%1 leads out of the run&apos;s own artifacts and is not opened.</source>
        <translation>%1 指向该运行自身产物之外，不予打开。</translation>
    </message>
    <message>
        <source>Artifacts not reachable</source>
        <translation>无法访问产物</translation>
    </message>
    <message>
        <source>The artifacts at %1 can&apos;t be reached from here. Connect the disk or share they are on, or open the store where it was made.</source>
        <translation>无法从此处访问 %1 处的产物。请连接其所在的磁盘或共享，或在创建该存储的机器上打开它。</translation>
    </message>
    <message>
        <source>Artifact too large to show</source>
        <translation>产物过大，无法显示</translation>
    </message>
    <message>
        <source>%1 has %2; previews stop at %3. Save it or open it with another program.</source>
        <translation>%1 大小为 %2；预览上限为 %3。请保存它或用其他程序打开。</translation>
    </message>
    <message>
        <source>Can&apos;t be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>%1 can&apos;t be shown: %2. Save it or open it with another program.</source>
        <translation>无法显示 %1：%2。请保存它或用其他程序打开。</translation>
    </message>
    <message>
        <source>Writing failed</source>
        <translation>写入失败</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Check the free space and your rights there.</source>
        <translation>无法写入 %1：%2。请检查可用空间和您在该处的权限。</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>Something happened that should not: %1. Please report it.</source>
        <translation>发生了不应发生的情况：%1。请报告此问题。</translation>
    </message>
    <message>
        <source>%1 is missing. What the folder tells without it is shown; put the file back from a backup, or remove the folder.</source>
        <translation>缺少 %1。仍会显示此文件夹中可读的内容；请从备份恢复该文件，或移除此文件夹。</translation>
    </message>
    <message>
        <source>%1 is empty. What the folder tells without it is shown. A full disk often leaves such files; put it back from a backup.</source>
        <translation>%1 为空。仍会显示此文件夹中可读的内容。磁盘写满时常会留下这种文件；请从备份恢复。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be understood: %2. What the folder tells without it is shown; mend the file and sync again.</source>
        <translation>无法解析 %1：%2。仍会显示此文件夹中可读的内容；请修复该文件，然后重新同步。</translation>
    </message>
    <message>
        <source>Database in use</source>
        <translation>数据库正在使用</translation>
    </message>
    <message>
        <source>%1 is being written by another program and did not become free in time. Wait for that program, then sync again.</source>
        <translation>%1 正被另一个程序写入，未能及时空出。请等该程序完成后再同步。</translation>
    </message>
    <message>
        <source>Not MLflow&apos;s database</source>
        <translation>不是 MLflow 的数据库</translation>
    </message>
    <message>
        <source>%1 is a SQLite database, but none of MLflow: it has no table of experiments. Open the file that MLflow&apos;s backend store URI names.</source>
        <translation>%1 是 SQLite 数据库，但不是 MLflow 的：其中没有实验表。请打开 MLflow 后端存储 URI 所指的文件。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. What could be read is shown. Make a copy of the file before anything else.</source>
        <translation>%1 已损坏：%2。能读取的内容已显示。请先复制一份该文件再做其他操作。</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1. Check that the server runs and that the port is right.</source>
        <translation>%1 没有接受连接的服务。请检查服务器是否运行、端口是否正确。</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>未知名称</translation>
    </message>
    <message>
        <source>The name %1 can&apos;t be found. Check the spelling, the network, and whether a VPN is needed.</source>
        <translation>找不到名称 %1。请检查拼写、网络以及是否需要 VPN。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <source>%1 did not answer in time (%2). The server may be overloaded; try again, or give it more time in the connection&apos;s settings.</source>
        <translation>%1 未及时应答（%2）。服务器可能过载；请重试，或在连接设置中给它更多时间。</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>The connection to %1 broke off: %2. What had arrived whole is kept; sync again to go on.</source>
        <translation>与 %1 的连接中断：%2。已完整收到的内容会保留；再次同步即可继续。</translation>
    </message>
    <message>
        <source>Certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, so the connection is not safe and was not made. The server&apos;s owner has to renew it.</source>
        <translation>%1 的证书已过期，连接不安全，因此没有建立。须由服务器所有者更新证书。</translation>
    </message>
    <message>
        <source>Certificate of another host</source>
        <translation>其他主机的证书</translation>
    </message>
    <message>
        <source>The certificate that %1 showed is made out to another name, so the connection is not safe and was not made. Check the address.</source>
        <translation>%1 出示的证书属于另一个名称，连接不安全，因此没有建立。请检查地址。</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. If it was issued by your own organisation, name its CA file in the connection&apos;s settings.</source>
        <translation>%1 的证书不受信任：%2。如果它由您的组织签发，请在连接设置中指定其 CA 文件。</translation>
    </message>
    <message>
        <source>Certificate can&apos;t be used</source>
        <translation>证书无法使用</translation>
    </message>
    <message>
        <source>The certificate file %1 can&apos;t be used: %2. Choose a PEM file.</source>
        <translation>证书文件 %1 无法使用：%2。请选择 PEM 文件。</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <source>The proxy %1 did not make the connection: %2. Check the proxy in the connection&apos;s settings.</source>
        <translation>代理 %1 未能建立连接：%2。请检查连接设置中的代理。</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>被转到别处</translation>
    </message>
    <message>
        <source>%1 sends to %2. The login is not shown to another host; if you trust it, connect to that address itself.</source>
        <translation>%1 转向 %2。登录信息不会交给其他主机；如果您信任它，请直接连接该地址。</translation>
    </message>
    <message>
        <source>Not an address</source>
        <translation>不是地址</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. It should look like https://mlflow.example.org.</source>
        <translation>“%1”不是服务器地址。地址应类似 https://mlflow.example.org。</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>应答过大</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>%1 answered %2 (%3). The server&apos;s log may tell more.</source>
        <translation>%1 应答 %2（%3）。服务器日志可能有更多信息。</translation>
    </message>
    <message>
        <source>Login needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>%1 wants a login. Enter the user and password, or a token, in the connection&apos;s settings.</source>
        <translation>%1 需要登录。请在连接设置中输入用户名和密码，或令牌。</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>%1 did not accept the login. Check the user and password, or the token.</source>
        <translation>%1 未接受登录。请检查用户名和密码，或令牌。</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>%1 does not allow this: %2. Ask its administrator for the permission.</source>
        <translation>%1 不允许此操作：%2。请向其管理员申请权限。</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>%1 asks to wait: too many requests. Sync again in a while; what had arrived is kept.</source>
        <translation>%1 要求等待：请求过多。请稍后再同步；已收到的内容会保留。</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>服务器出错</translation>
    </message>
    <message>
        <source>%1 failed with %2: %3. Its log tells why; try again later.</source>
        <translation>%1 出错 %2：%3。其日志会说明原因；请稍后再试。</translation>
    </message>
    <message>
        <source>Not MLflow&apos;s answer</source>
        <translation>不是 MLflow 的应答</translation>
    </message>
    <message>
        <source>%1 answered with something that is not JSON (“%2”). The address may be that of another service, or of a login page in front of it.</source>
        <translation>%1 的应答不是 JSON（“%2”）。该地址可能属于其他服务，或是前置的登录页面。</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>无法理解应答</translation>
    </message>
    <message>
        <source>Not known to this server</source>
        <translation>此服务器不支持</translation>
    </message>
    <message>
        <source>%1 has no %2. It is probably older than this feature.</source>
        <translation>%1 没有 %2。它可能早于此功能。</translation>
    </message>
    <message>
        <source>Endless pages</source>
        <translation>无尽的分页</translation>
    </message>
    <message>
        <source>Not an MLflow server</source>
        <translation>不是 MLflow 服务器</translation>
    </message>
    <message>
        <source>%1 answers, but not as an MLflow tracking server does. Check the address and the path.</source>
        <translation>%1 有应答，但不像 MLflow 跟踪服务器。请检查地址和路径。</translation>
    </message>
    <message>
        <source>Profile not found</source>
        <translation>找不到配置</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”. Add it, or choose another one.</source>
        <translation>%1 中没有可用的配置“%2”。请添加它，或另选一个。</translation>
    </message>
    <message>
        <source>Credentials can&apos;t be used</source>
        <translation>凭据无法使用</translation>
    </message>
    <message>
        <source>The credentials of %1 can&apos;t be used: %2.</source>
        <translation>%1 的凭据无法使用：%2。</translation>
    </message>
    <message>
        <source>Keychain not available</source>
        <translation>钥匙串不可用</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 was taken offline, so nothing is asked of it. Go online to read it.</source>
        <translation>%1 已设为离线，不会向它发出请求。请转为在线以读取。</translation>
    </message>
    <message>
        <source>Experiment too large to hold</source>
        <translation>实验过大，无法全部保存</translation>
    </message>
    <message>
        <source>The experiment %1 has more than the %2 runs that are kept here. Its table shows the server&apos;s own answers.</source>
        <translation>实验 %1 的运行多于这里保存的 %2 个。其表格显示服务器的应答。</translation>
    </message>
    <message>
        <source>Sampled history</source>
        <translation>抽样的历史</translation>
    </message>
    <message>
        <source>The server gave only a sample of the metric %2 of run %1.</source>
        <translation>服务器只给出了运行 %1 的指标 %2 的抽样。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened: sources of this kind are not supported. Open a folder or a SQLite file that MLflow writes to.</source>
        <translation>无法打开 %1：不支持此类来源。请打开 MLflow 写入的文件夹或 SQLite 文件。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 and was not taken; the rest is shown. Look there in a browser for a tag or dataset of such a size, or ask its administrator.</source>
        <translation>%1 的应答大于 %2，未予接收；其余内容已显示。请在浏览器中查看那里是否有如此大的标签或数据集，或询问其管理员。</translation>
    </message>
    <message>
        <source>The answer of %1 can&apos;t be understood (%2). Sync again; if it stays so, ask who runs the server, or the proxy in front of it.</source>
        <translation>无法理解 %1 的应答（%2）。请重新同步；若仍然如此，请询问服务器或其前置代理的运维者。</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again, so reading was stopped there. What had arrived is shown. Sync again; if it stays so, tell who runs the server.</source>
        <translation>%1 反复给出同一页，因此读取在该处停止。已收到的内容已显示。请重新同步；若仍然如此，请告知服务器的运维者。</translation>
    </message>
    <message>
        <source>The keychain can&apos;t be used: %1. Unlock or start it, then sync again. A password or token that is entered now is kept until Podium is closed.</source>
        <translation>钥匙串无法使用：%1。请解锁或启动它，然后重新同步。现在输入的密码或令牌会保留到 Podium 关闭。</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to. The change is kept here only.</source>
        <translation>无法写入 %1。更改仅保留在此处。</translation>
    </message>
    <message>
        <source>Run is gone</source>
        <translation>运行已消失</translation>
    </message>
    <message>
        <source>The store has no run %1 any more, so nothing was written. Sync to see what is there.</source>
        <translation>存储中已没有运行 %1，因此未写入任何内容。请同步以查看现有内容。</translation>
    </message>
    <message>
        <source>Run is deleted</source>
        <translation>运行已删除</translation>
    </message>
    <message>
        <source>The run %1 is deleted, and MLflow changes no deleted runs. Restore it in MLflow first.</source>
        <translation>运行 %1 已删除，而 MLflow 不更改已删除的运行。请先在 MLflow 中恢复它。</translation>
    </message>
    <message>
        <source>Key can&apos;t be used</source>
        <translation>键无法使用</translation>
    </message>
    <message>
        <source>In a folder of files the tags %1 and %2 can&apos;t both be there, because one is a folder and the other a file. Choose another key.</source>
        <translation>在由文件组成的文件夹中，标签 %1 和 %2 不能同时存在，因为一个是文件夹，另一个是文件。请另选一个键。</translation>
    </message>
    <message>
        <source>Not kept as written</source>
        <translation>未按写入内容保存</translation>
    </message>
    <message>
        <source>%2 of run %1 was written, but the store holds something else. Look at it there, then try again.</source>
        <translation>运行 %1 的 %2 已写入，但存储中是其他内容。请在那里查看，然后重试。</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”. Those it has are: %3.</source>
        <translation>%1 中没有可用的配置“%2”。现有的配置：%3。</translation>
    </message>
    <message>
        <source>Model is gone</source>
        <translation>模型已消失</translation>
    </message>
    <message>
        <source>The store has no registered model %1 any more, so nothing was written. Sync to see what is there.</source>
        <translation>存储中已没有注册模型 %1，因此未写入任何内容。请同步以查看现有内容。</translation>
    </message>
    <message>
        <source>Version is gone</source>
        <translation>版本已消失</translation>
    </message>
    <message>
        <source>The model %1 has no version %2 any more, or it is deleted, so nothing was written. Sync to see what is there.</source>
        <translation>模型 %1 已没有版本 %2，或该版本已删除，因此未写入任何内容。请同步以查看现有内容。</translation>
    </message>
    <message>
        <source>Not a version</source>
        <translation>不是版本</translation>
    </message>
    <message>
        <source>“%1” is not the number of a version. Give a whole number from 1 on.</source>
        <translation>“%1”不是版本号。请给出从 1 开始的整数。</translation>
    </message>
    <message>
        <source>Unknown stage</source>
        <translation>未知阶段</translation>
    </message>
    <message>
        <source>“%1” is not a stage. MLflow&apos;s stages are None, Staging, Production and Archived.</source>
        <translation>“%1”不是阶段。MLflow 的阶段有 None、Staging、Production 和 Archived。</translation>
    </message>
    <message>
        <source>Nothing to archive</source>
        <translation>没有可归档的内容</translation>
    </message>
    <message>
        <source>Others can be archived when a version goes to Staging or Production, not when it goes to %1. Leave them as they are, then try again.</source>
        <translation>版本移至 Staging 或 Production 时可归档其他版本，移至 %1 时则不可。请让它们保持原样，然后重试。</translation>
    </message>
    <message>
        <source>Alias can&apos;t be used</source>
        <translation>别名无法使用</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be an alias. Choose 1 to 255 letters, digits, underscores and hyphens.</source>
        <translation>“%1”不能用作别名。请使用 1 到 255 个字母、数字、下划线和连字符。</translation>
    </message>
    <message>
        <source>Alias is reserved</source>
        <translation>别名为保留名称</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be an alias, because MLflow reads latest, v1, v2 … as versions. Choose another one.</source>
        <translation>“%1”不能用作别名，因为 MLflow 将 latest、v1、v2 … 视为版本。请另选一个。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the key of a tag. Choose letters, digits, blanks and _ - . : and / with a name on both sides of it.</source>
        <translation>“%1”不能用作标签的键。请使用字母、数字、空格和 _ - . :，以及两侧均有名称的 /。</translation>
    </message>
    <message>
        <source>Key is too long</source>
        <translation>键过长</translation>
    </message>
    <message>
        <source>The key %1 has %2 characters, and MLflow takes %3. Choose a shorter one.</source>
        <translation>键 %1 有 %2 个字符，而 MLflow 最多接受 %3 个。请选择较短的键。</translation>
    </message>
    <message>
        <source>Tag is too long</source>
        <translation>标签过长</translation>
    </message>
    <message>
        <source>The value of the tag %1 has %2 characters, and MLflow takes %3. Shorten it, then try again.</source>
        <translation>标签 %1 的值有 %2 个字符，而 MLflow 最多接受 %3 个。请缩短后重试。</translation>
    </message>
    <message>
        <source>The change of the model %1 was written, but the store holds something else. Look at it there, then try again.</source>
        <translation>模型 %1 的更改已写入，但存储中是其他内容。请在那里查看，然后重试。</translation>
    </message>
    <message>
        <source>No aliases here</source>
        <translation>此处没有别名</translation>
    </message>
    <message>
        <source>%1 is of an MLflow before 2.3, which has no aliases. Have MLflow upgrade it, then try again.</source>
        <translation>%1 来自 2.3 之前的 MLflow，没有别名。请用 MLflow 升级它，然后重试。</translation>
    </message>
    <message>
        <source>No tags here</source>
        <translation>此处没有标签</translation>
    </message>
    <message>
        <source>%1 is of an MLflow before 1.10, which has no tags of models. Have MLflow upgrade it, then try again.</source>
        <translation>%1 来自 1.10 之前的 MLflow，没有模型标签。请用 MLflow 升级它，然后重试。</translation>
    </message>
    <message>
        <source>No stages here</source>
        <translation>此处没有阶段</translation>
    </message>
    <message>
        <source>%1 has no stages, as in Unity Catalog. Give the version an alias instead.</source>
        <translation>%1 没有阶段，与 Unity Catalog 一样。请改为给版本设置别名。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已调度</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>None</source>
        <comment>stage of a model version</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>while connecting</source>
        <translation>连接时</translation>
    </message>
    <message>
        <source>while waiting for its answer</source>
        <translation>等待应答时</translation>
    </message>
    <message>
        <source>in the middle of its answer</source>
        <translation>应答中途</translation>
    </message>
    <message>
        <source>secret scopes can be read inside Databricks only</source>
        <translation>机密作用域只能在 Databricks 内读取</translation>
    </message>
    <message>
        <source>it wants “%1”, which another program or a browser has to do; enter keys or a token instead</source>
        <translation>它要求“%1”，须由其他程序或浏览器完成；请改为输入密钥或令牌</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>它已锁定</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>它未及时应答</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评审</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>an operator such as =, &lt; or LIKE</source>
        <translation>运算符，如 =、&lt; 或 LIKE</translation>
    </message>
    <message>
        <source>a condition, such as metrics.loss &lt; 0.5</source>
        <translation>条件，如 metrics.loss &lt; 0.5</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>带引号的文本</translation>
    </message>
    <message>
        <source>a list in brackets, such as (&apos;a&apos;, &apos;b&apos;)</source>
        <translation>括号内的列表，如 (&apos;a&apos;, &apos;b&apos;)</translation>
    </message>
    <message>
        <source>AND, OR or the end of the filter</source>
        <translation>AND、OR 或筛选条件的结尾</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>右引号</translation>
    </message>
    <message>
        <source>a closing back-tick</source>
        <translation>右反引号</translation>
    </message>
    <message>
        <source>NULL or NOT NULL</source>
        <translation>NULL 或 NOT NULL</translation>
    </message>
    <message>
        <source>LIKE, ILIKE or IN</source>
        <translation>LIKE、ILIKE 或 IN</translation>
    </message>
    <message>
        <source>a name after the dot</source>
        <translation>点号后的名称</translation>
    </message>
    <message>
        <source>a number such as 0.5 or 1e-3</source>
        <translation>数字，如 0.5 或 1e-3</translation>
    </message>
    <message>
        <source>texts in quotes, or numbers, with commas between them</source>
        <translation>以逗号分隔的带引号文本或数字</translation>
    </message>
    <message>
        <source>something else than this character</source>
        <translation>其他字符</translation>
    </message>
    <message>
        <source>a metric in the brackets</source>
        <translation>括号内的指标</translation>
    </message>
    <message>
        <source>a name, and ASC or DESC behind it</source>
        <translation>名称，其后为 ASC 或 DESC</translation>
    </message>
    <message>
        <source>before the dot stands metrics, params, tags, attributes or dataset</source>
        <translation>点号前应为 metrics、params、tags、attributes 或 dataset</translation>
    </message>
    <message>
        <source>there is no such attribute; metrics, params and tags are written with their kind before a dot</source>
        <translation>没有此属性；指标、参数和标签须在点号前写明其类别</translation>
    </message>
    <message>
        <source>a dataset has name, digest and context</source>
        <translation>dataset 有 name、digest 和 context</translation>
    </message>
    <message>
        <source>this operator does not compare numbers</source>
        <translation>此运算符不能比较数字</translation>
    </message>
    <message>
        <source>a run has several datasets and can&apos;t be ordered by them</source>
        <translation>一次运行可有多个数据集，不能按数据集排序</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>列表为空</translation>
    </message>
    <message>
        <source>the filter is too long</source>
        <translation>筛选条件过长</translation>
    </message>
    <message>
        <source>the brackets are nested too deeply</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>back-ticks around this name, or blanks around the sign</source>
        <translation>用反引号括住此名称，或在符号两侧加空格</translation>
    </message>
    <message>
        <source>there is no such function; known are min, max, mean, best, first, last, count, mean_last, at_step, at_best, time_to, slope, abs, log, exp, sqrt and if</source>
        <translation>没有这个函数；已知的有 min、max、mean、best、first、last、count、mean_last、at_step、at_best、time_to、slope、abs、log、exp、sqrt 和 if</translation>
    </message>
    <message>
        <source>a comma and one more argument</source>
        <translation>逗号和另一个参数</translation>
    </message>
    <message>
        <source>+, -, *, /, ^ or the end of the formula</source>
        <translation>+、-、*、/、^ 或公式结尾</translation>
    </message>
    <message>
        <source>a number of points, such as 10</source>
        <translation>点数，例如 10</translation>
    </message>
    <message>
        <source>a time: &quot;2026-03-01&quot;, &quot;2026-03-01 12:00&quot;, 2 days ago, today, yesterday, or milliseconds</source>
        <translation>时间：&quot;2026-03-01&quot;、&quot;2026-03-01 12:00&quot;、2 days ago、today、yesterday 或毫秒数</translation>
    </message>
    <message>
        <source>the word ago</source>
        <translation>单词 ago</translation>
    </message>
    <message>
        <source>this is a text, which can&apos;t be counted with</source>
        <translation>这是文本，不能参与计算</translation>
    </message>
    <message>
        <source>this is no regular expression</source>
        <translation>这不是正则表达式</translation>
    </message>
    <message>
        <source>only metrics have values at every step</source>
        <translation>只有指标在每一步都有值</translation>
    </message>
    <message>
        <source>this function can&apos;t be used in a chart&apos;s expression</source>
        <translation>此函数不能用于图表的表达式</translation>
    </message>
    <message>
        <source>there is no metric in it</source>
        <translation>其中没有指标</translation>
    </message>
    <message>
        <source>names in a gate begin with candidate. or incumbent.</source>
        <translation>门禁中的名称以 candidate. 或 incumbent. 开头</translation>
    </message>
    <message>
        <source>a version has metrics, params, tags, run_tags, version, stage and run_name</source>
        <translation>版本有 metrics、params、tags、run_tags、version、stage 和 run_name</translation>
    </message>
    <message>
        <source>this compares nothing</source>
        <translation>这没有比较任何内容</translation>
    </message>
    <message>
        <source>the gate is empty</source>
        <translation>门禁为空</translation>
    </message>
</context>
<context>
    <name>ReportPictures</name>
    <message>
        <source>light: %1</source>
        <translation>浅：%1</translation>
    </message>
    <message>
        <source>strong: %1</source>
        <translation>深：%1</translation>
    </message>
    <message>
        <source>no finite numbers</source>
        <translation>没有有限数值</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>到 %1</translation>
    </message>
</context>
<context>
    <name>ReviewPack</name>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>请求者</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Archives what is there</source>
        <translation>归档现有版本</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作者</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Approvals needed</source>
        <translation>所需批准数</translation>
    </message>
    <message>
        <source>Who asks may approve</source>
        <translation>请求者可以批准</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门禁</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>发言记录</translation>
    </message>
    <message>
        <source>Decided on this machine</source>
        <translation>在本机作出的决策</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选版本</translation>
    </message>
    <message>
        <source>In its place now</source>
        <translation>现处其位的版本</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>breaking</source>
        <translation>不兼容</translation>
    </message>
    <message>
        <source>The same in both: %1</source>
        <translation>两者相同：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>The model&apos;s policy has no gates.</source>
        <translation>模型的策略没有门禁。</translation>
    </message>
    <message>
        <source>Nothing was decided on this machine.</source>
        <translation>本机上没有作出任何决策。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The events follow each other without a gap.</source>
        <translation>事件前后相接，没有缺口。</translation>
    </message>
    <message>
        <source>Two people wrote at the same time; no event is missing.</source>
        <translation>两人同时写入；没有缺失事件。</translation>
    </message>
    <message>
        <source>Events were removed or altered after they were written.</source>
        <translation>有事件在写入后被移除或改动。</translation>
    </message>
    <message>
        <source>The log is as it was written.</source>
        <translation>日志与写入时一致。</translation>
    </message>
    <message>
        <source>Lines of the log were altered or removed.</source>
        <translation>日志中有行被改动或移除。</translation>
    </message>
    <message>
        <source>An open store records decisions as tags and enforces nothing: this is a log, no proof.</source>
        <translation>开放的存储以标签记录决策，不作任何强制：这是日志，不是证明。</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>of unknown content</source>
        <translation>内容未知</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>differences</comment>
        <translation>以及另外 %1 项</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>breaking: %1</source>
        <translation>不兼容：%1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <comment>a dataset</comment>
        <translation>%1 为新增</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <comment>a dataset</comment>
        <translation>%1 已消失</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 of unknown content</source>
        <translation>内容未知 %1</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>neither run has metrics</source>
        <translation>两个运行都没有指标</translation>
    </message>
    <message>
        <source>requirements</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>nothing is there to compare with</source>
        <translation>没有可供比较的内容</translation>
    </message>
    <message>
        <source>source run</source>
        <translation>来源运行</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 项通过</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 项未通过</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 项未知</translation>
    </message>
    <message>
        <source>the model&apos;s policy has none</source>
        <translation>模型的策略中没有</translation>
    </message>
    <message>
        <source>made the change</source>
        <translation>执行了更改</translation>
    </message>
    <message>
        <source>found it so already</source>
        <translation>发现已经如此</translation>
    </message>
    <message>
        <source>did not make the change: somebody else was faster</source>
        <translation>未执行更改：他人抢先一步</translation>
    </message>
    <message>
        <source>did not make the change: the store holds “%1” now</source>
        <translation>未执行更改：存储中现为“%1”</translation>
    </message>
    <message>
        <source>could not make the change: the store refused</source>
        <translation>无法执行更改：存储拒绝了</translation>
    </message>
    <message>
        <source>noted what came of it</source>
        <translation>记录了结果</translation>
    </message>
    <message>
        <source>there is no version to compare with</source>
        <translation>没有可供比较的版本</translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>name of a metric, param or tag</comment>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>the source run has not been read</source>
        <translation>来源运行尚未读取</translation>
    </message>
    <message>
        <source>the points of %1 are not here</source>
        <translation>此处没有 %1 的点</translation>
    </message>
    <message>
        <source>a signature is not known</source>
        <translation>有签名未知</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>param</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>tag = value</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>version %1 → %2</source>
        <translation>版本 %1 → %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model · version 7 → Production</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Out of date: the version is there already.</source>
        <translation>已过时：版本已在该处。</translation>
    </message>
    <message>
        <source>Out of date: the version has been moved since this was asked.</source>
        <translation>已过时：提出请求后版本已被移动。</translation>
    </message>
    <message>
        <source>Out of date: another version than when this was asked is in %1.</source>
        <translation>已过时：%1 中的版本与提出请求时不同。</translation>
    </message>
    <message>
        <source>Out of date: this was asked for another version and came with a copy.</source>
        <translation>已过时：此请求针对另一版本，随副本而来。</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>提出了请求</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>撤回了请求</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>发表了评论</translation>
    </message>
    <message>
        <source>wrote what can&apos;t be read</source>
        <translation>写入了无法读取的内容</translation>
    </message>
    <message>
        <source>wrote “%1”, which this Podium does not know</source>
        <translation>写入了“%1”，此 Podium 不认识它</translation>
    </message>
    <message>
        <source>the version names no run</source>
        <translation>版本未指明运行</translation>
    </message>
    <message>
        <source>the files are on a server and were not fetched</source>
        <translation>文件在服务器上，尚未获取</translation>
    </message>
    <message>
        <source>the files are not where they should be</source>
        <translation>文件不在应在的位置</translation>
    </message>
    <message>
        <source>the model has no such file</source>
        <translation>模型没有此文件</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <comment>input age</comment>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>%1 added (%2)</source>
        <comment>input age, its type</comment>
        <translation>添加 %1（%2）</translation>
    </message>
    <message>
        <source>optional %1 added (%2)</source>
        <comment>input age, its type</comment>
        <translation>添加可选 %1（%2）</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>input age: long → double</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1 is required now</source>
        <comment>input age</comment>
        <translation>%1 现为必需</translation>
    </message>
    <message>
        <source>%1 is optional now</source>
        <comment>input age</comment>
        <translation>%1 现为可选</translation>
    </message>
    <message>
        <source>inputs stand in another order</source>
        <translation>输入的顺序不同</translation>
    </message>
    <message>
        <source>%1: default %2 → %3</source>
        <comment>param alpha</comment>
        <translation>%1：默认值 %2 → %3</translation>
    </message>
    <message>
        <source>there is no signature any more</source>
        <translation>已没有签名</translation>
    </message>
    <message>
        <source>there was no signature before</source>
        <translation>之前没有签名</translation>
    </message>
    <message>
        <source>The model&apos;s policy can&apos;t be read: nothing is approved by it.</source>
        <translation>模型的策略无法读取：不据此批准任何内容。</translation>
    </message>
    <message>
        <source>This is decided.</source>
        <translation>已作决定。</translation>
    </message>
    <message>
        <source>This is out of date: it has to be asked anew.</source>
        <translation>已过时：须重新提出请求。</translation>
    </message>
    <message>
        <source>Nobody knows who you are: enter a name in the settings.</source>
        <translation>不知道您是谁：请在设置中输入姓名。</translation>
    </message>
    <message>
        <source>You have asked for it: by the policy somebody else approves.</source>
        <translation>此请求由您提出：按策略须由他人批准。</translation>
    </message>
    <message>
        <source>You have approved it.</source>
        <translation>您已批准。</translation>
    </message>
    <message>
        <source>Events of this version were removed or altered.</source>
        <translation>此版本有事件被移除或改动。</translation>
    </message>
    <message>
        <source>A gate has failed: %1</source>
        <translation>有门禁未通过：%1</translation>
    </message>
    <message>
        <source>A gate is unknown: %1</source>
        <translation>有门禁结果未知：%1</translation>
    </message>
    <message>
        <source>A gate can&apos;t be read: %1</source>
        <translation>有门禁无法读取：%1</translation>
    </message>
    <message>
        <source>The server does not let you approve.</source>
        <translation>服务器不允许您批准。</translation>
    </message>
    <message>
        <source>The request is gone.</source>
        <translation>请求已消失。</translation>
    </message>
    <message>
        <source>The version is gone.</source>
        <translation>版本已消失。</translation>
    </message>
    <message>
        <source>MLflow does not take this name.</source>
        <translation>MLflow 不接受此名称。</translation>
    </message>
    <message>
        <source>There are no words.</source>
        <translation>没有文字。</translation>
    </message>
    <message>
        <source>This is too long for a tag of a store.</source>
        <translation>对存储的标签而言过长。</translation>
    </message>
    <message>
        <source>The policy can&apos;t be read: the tag holds no JSON.</source>
        <translation>策略无法读取：标签中不是 JSON。</translation>
    </message>
    <message>
        <source>The policy was written by a later Podium.</source>
        <translation>策略由更新版本的 Podium 写入。</translation>
    </message>
    <message>
        <source>The policy&apos;s field “%1” can&apos;t be read.</source>
        <translation>策略的字段“%1”无法读取。</translation>
    </message>
    <message>
        <source>Between 1 and %1 approvals can be wanted.</source>
        <translation>可要求 1 到 %1 个批准。</translation>
    </message>
    <message>
        <source>Gate %1 can&apos;t be read at character %2: %3</source>
        <translation>门禁 %1 在第 %2 个字符处无法读取：%3</translation>
    </message>
    <message>
        <source>Gate %1 stands there already.</source>
        <translation>门禁 %1 已在其中。</translation>
    </message>
    <message>
        <source>Lane %1 needs a name that is no stage&apos;s.</source>
        <translation>泳道 %1 需要一个不与任何阶段同名的名称。</translation>
    </message>
    <message>
        <source>Lane %1 needs the key of a tag.</source>
        <translation>泳道 %1 需要一个标签的键。</translation>
    </message>
    <message>
        <source>Lane %1 is the same as an earlier one.</source>
        <translation>泳道 %1 与前面的某个泳道相同。</translation>
    </message>
    <message>
        <source>The policy is too long for a tag of a store.</source>
        <translation>策略对存储的标签而言过长。</translation>
    </message>
    <message>
        <source>The events follow each other without a gap.</source>
        <translation>事件前后相接，没有缺口。</translation>
    </message>
    <message>
        <source>Two people wrote at the same time; no event is missing.</source>
        <translation>两人同时写入；没有缺失事件。</translation>
    </message>
    <message>
        <source>Events were removed or altered after they were written.</source>
        <translation>有事件在写入后被移除或改动。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>(any)</source>
        <translation>（任意）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
</context>
<context>
    <name>podium::app::Composition</name>
    <message>
        <source>The cache was damaged and is being rebuilt from the stores. The old file was kept as %1.</source>
        <translation>缓存已损坏，正在从存储重建。旧文件已保留为 %1。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Choose a column of the table</source>
        <translation>选择表格的一列</translation>
    </message>
    <message>
        <source>No column has this name</source>
        <translation>没有此名称的列</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>podium::app::EditBinding</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n 个冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n 项更改被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept here only</source>
        <translation>
            <numerusform>%n 个更改仅保留在本机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n 个更改在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of run %2: %3</source>
        <comment>Tag team of run trial-07: the store is read-only</comment>
        <translation>运行 %2 的%1：%3</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>version 7 of churn: Staging → Production. It waits …</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>podium::app::RegistryBinding</name>
    <message>
        <source>Nothing is written to this source, as you have said: the change is kept on this machine alone.</source>
        <translation>按照您的设置，不向此来源写入任何内容：更改仅保留在本机。</translation>
    </message>
    <message>
        <source>The store can&apos;t be reached now: the change is kept here, shown as waiting, and sent when the store is there again.</source>
        <translation>现在无法连接存储：更改保留在此处，显示为等待，待存储恢复后发送。</translation>
    </message>
</context>
<context>
    <name>podium::app::ReviewBinding</name>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Save review pack</source>
        <translation>保存评审包</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>You have asked for version %1 of %2 to go to %3.</source>
        <translation>您已请求将 %2 的版本 %1 移至 %3。</translation>
    </message>
    <message>
        <source>Show Reviews</source>
        <translation>显示评审</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting for you</source>
        <translation>
            <numerusform>%n 个请求等待您处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks you: %2</source>
        <comment>who asks what</comment>
        <translation>%1 向您请求：%2</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>policy of %1</source>
        <translation>%1 的策略</translation>
    </message>
    <message>
        <source>Approved: version %1 of %2.</source>
        <translation>已批准：%2 的版本 %1。</translation>
    </message>
    <message>
        <source>Rejected: version %1 of %2.</source>
        <translation>已拒绝：%2 的版本 %1。</translation>
    </message>
    <message>
        <source>Withdrawn: version %1 of %2.</source>
        <translation>已撤回：%2 的版本 %1。</translation>
    </message>
    <message>
        <source>Nothing is decided about version %1 of %2: %3 Its registry keeps requests itself, so this can&apos;t wait.</source>
        <translation>%2 的版本 %1 尚未作出任何决定：%3 其注册表自行保存请求，因此无法等待。</translation>
    </message>
    <message>
        <source>Ask Again…</source>
        <translation>重新请求…</translation>
    </message>
</context>
<context>
    <name>podium::app::SearchBinding</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>word</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Filter runs: words of a name, or metrics.val_loss &lt; 0.3 AND …</source>
        <translation>筛选运行：输入名称中的词，或 metrics.val_loss &lt; 0.3 AND …</translation>
    </message>
    <message>
        <source>MLflow itself does not understand this filter; Podium does.</source>
        <translation>MLflow 本身不支持此筛选条件，但 Podium 支持。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>In MLflow&apos;s own language: %1</source>
        <translation>用 MLflow 自己的语言：%1</translation>
    </message>
</context>
<context>
    <name>podium::app::ServerBinding</name>
    <message>
        <source>%1, histories of %2 and artifacts of %3</source>
        <translation>%1，%2 的历史和 %3 的产物</translation>
    </message>
    <message>
        <source>%1 histories are still to be fetched</source>
        <translation>还有 %1 个历史待获取</translation>
    </message>
    <message>
        <source>%1 with %2, of which %3 are still to be fetched</source>
        <translation>%1，共 %2，其中 %3 待获取</translation>
    </message>
    <message>
        <source>the server does not tell the size of %1</source>
        <translation>服务器未告知 %1 的大小</translation>
    </message>
    <message>
        <source>Everything is here already.</source>
        <translation>全部已在此处。</translation>
    </message>
    <message>
        <source>Remove a source</source>
        <translation>移除来源</translation>
    </message>
    <message>
        <source>Remove “%1” from this window?</source>
        <translation>从此窗口移除“%1”？</translation>
    </message>
    <message>
        <source>Its login is forgotten. Nothing on the server is changed.</source>
        <translation>其登录信息将被忘记。服务器上的内容不会改变。</translation>
    </message>
    <message>
        <source>Nothing in the store itself is changed.</source>
        <translation>存储本身不会改变。</translation>
    </message>
    <message>
        <source>&amp;Delete also what is kept of it on this machine</source>
        <translation>同时删除本机保存的内容(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete also what is kept of it on this machine: %1</source>
        <translation>同时删除本机保存的内容(&amp;D)：%1</translation>
    </message>
    <message>
        <source>Of this source there are here: %1.</source>
        <translation>此来源在这里有：%1。</translation>
    </message>
    <message>
        <source>Looking how much that is…</source>
        <translation>正在查看有多少……</translation>
    </message>
</context>
<context>
    <name>podium::app::StatusBinding</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown in charts</source>
        <translation>图表中显示 %1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>同步于 %1</translation>
    </message>
    <message>
        <source>offline on purpose: what was read before is shown</source>
        <translation>有意离线：显示之前读取的内容</translation>
    </message>
    <message>
        <source>not reachable: what was read before is shown</source>
        <translation>无法连接：显示之前读取的内容</translation>
    </message>
</context>
<context>
    <name>podium::app::ViewBinding</name>
    <message>
        <source>view “%1”</source>
        <translation>视图“%1”</translation>
    </message>
    <message>
        <source>reverting a view</source>
        <translation>还原视图</translation>
    </message>
    <message>
        <source>saving a view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>The view of this name is replaced.</source>
        <translation>将替换同名视图。</translation>
    </message>
    <message>
        <source>Filter, columns, order, groups, colours and charts are kept under this name.</source>
        <translation>筛选、列、顺序、分组、颜色和图表将以此名称保存。</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>There is a view of this name already.</source>
        <translation>已有同名视图。</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>renaming a view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>deleting a view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>The view “%1” was deleted. The table stays as it is.</source>
        <translation>视图“%1”已删除。表格保持原样。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import a view</source>
        <translation>导入视图</translation>
    </message>
    <message>
        <source>Views (*.json)</source>
        <translation>视图 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The view “%1” is there as soon as its experiment is shown.</source>
        <translation>显示视图“%1”所属的实验后，即可使用该视图。</translation>
    </message>
    <message>
        <source>The view “%1” was imported.</source>
        <translation>视图“%1”已导入。</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Export the view</source>
        <translation>导出视图</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>The view was written to %1.</source>
        <translation>视图已写入 %1。</translation>
    </message>
    <message>
        <source>Go to a saved view</source>
        <translation>转到已保存的视图</translation>
    </message>
    <message>
        <source>No view has this name</source>
        <translation>没有此名称的视图</translation>
    </message>
    <message>
        <source>Saved Views › %1</source>
        <translation>已保存的视图 › %1</translation>
    </message>
    <message>
        <source>several experiments</source>
        <translation>多个实验</translation>
    </message>
    <message>
        <source>Of &amp;Other Experiments</source>
        <translation>其他实验的视图(&amp;O)</translation>
    </message>
</context>
<context>
    <name>podium::session::ChosenRuns</name>
    <message>
        <source>showing runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>hiding runs</source>
        <translation>隐藏运行</translation>
    </message>
    <message>
        <source>colour of runs</source>
        <translation>运行的颜色</translation>
    </message>
</context>
<context>
    <name>podium::session::OfflineKeeper</name>
    <message>
        <source>Keep %1 offline</source>
        <translation>离线保存 %1</translation>
    </message>
</context>
<context>
    <name>podium::session::SourceBook</name>
    <message>
        <source>Remove what is kept of %1</source>
        <translation>移除为 %1 保存的内容</translation>
    </message>
</context>
<context>
    <name>podium::views::AboutDialog</name>
    <message>
        <source>About Podium</source>
        <translation>关于 Podium</translation>
    </message>
    <message>
        <source>Browse machine-learning experiments: fast, offline, on your own machine.</source>
        <translation>浏览机器学习实验：快速、离线、就在您自己的机器上。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty. Charts are drawn with QCustomPlot (GPL 3), icons are Lucide&apos;s (ISC).</source>
        <translation>自由软件，依据 GNU 通用公共许可证第 3 版或更新版本发布；不提供任何担保。图表由 QCustomPlot（GPL 3）绘制，图标来自 Lucide（ISC）。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
</context>
<context>
    <name>podium::views::AddChartButton</name>
    <message>
        <source>Add chart</source>
        <translation>添加图表</translation>
    </message>
</context>
<context>
    <name>podium::views::AliasDialog</name>
    <message>
        <source>Names of a metric</source>
        <translation>指标的名称</translation>
    </message>
    <message>
        <source>These names mean %1 as well. A run that lacks it shows their values in its column.</source>
        <translation>这些名称也表示 %1。没有它的运行在该列中显示这些名称的值。</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>另一个名称</translation>
    </message>
    <message>
        <source>Another name, such as val/loss</source>
        <translation>另一个名称，例如 val/loss</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>podium::views::ArchivePreview</name>
    <message>
        <source>Files in the archive</source>
        <translation>归档中的文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>packed by %1</source>
        <translation>以 %1 打包</translation>
    </message>
    <message>
        <source>This name leads out of the folder it would be put into. It is only shown here, never used.</source>
        <translation>此名称指向应放入的文件夹之外。它仅在此显示，从不使用。</translation>
    </message>
    <message>
        <source>The archive is broken behind this: %1</source>
        <translation>归档在此之后已损坏：%1</translation>
    </message>
    <message>
        <source>There is more in this archive than is listed here.</source>
        <translation>此归档中的内容多于此处所列。</translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation>解包后 %1</translation>
    </message>
    <message>
        <source>This archive is empty</source>
        <translation>此归档为空</translation>
    </message>
    <message>
        <source>A link; where it leads is not followed.</source>
        <translation>链接；不会跟随其目标。</translation>
    </message>
    <message>
        <source>Archives in archives are opened only so deep</source>
        <translation>归档中的归档只打开到这一深度</translation>
    </message>
    <message>
        <source>Save this one to open it.</source>
        <translation>请保存此归档以打开它。</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown</source>
        <translation>无法显示此文件</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>此文件为空</translation>
    </message>
</context>
<context>
    <name>podium::views::ArrayReport</name>
    <message>
        <source>one value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>bytes of %1</source>
        <translation>长度为 %1 的字节串</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>长度为 %1 的文本</translation>
    </message>
    <message>
        <source>Python objects, not loaded</source>
        <translation>Python 对象，未加载</translation>
    </message>
    <message>
        <source>The file is cut: it promises %1 values and has %2.</source>
        <translation>文件不完整：声明有 %1 个值，实有 %2 个。</translation>
    </message>
    <message>
        <source>Statistics of the first %1 values.</source>
        <translation>前 %1 个值的统计。</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>The first slice of the last two dimensions.</source>
        <translation>最后两个维度的第一个切片。</translation>
    </message>
    <message>
        <source>Each tile is the mean of the values in its place.</source>
        <translation>每个方块是其所在位置各值的均值。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>存储顺序</translation>
    </message>
    <message>
        <source>columns first (Fortran)</source>
        <translation>列优先（Fortran）</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷值</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Only the first %1 arrays are listed.</source>
        <translation>仅列出前 %1 个数组。</translation>
    </message>
    <message>
        <source>1 array</source>
        <translation>1 个数组</translation>
    </message>
    <message>
        <source>%1 arrays</source>
        <translation>%1 个数组</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactBrowser</name>
    <message>
        <source>Artifacts</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>Artifacts of %1</source>
        <translation>%1 的产物</translation>
    </message>
    <message>
        <source>No artifacts</source>
        <translation>没有产物</translation>
    </message>
    <message>
        <source>This run has logged no files.</source>
        <translation>此运行没有记录任何文件。</translation>
    </message>
    <message>
        <source>The artifacts can&apos;t be shown</source>
        <translation>无法显示产物</translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>Select a run to see the files it has logged.</source>
        <translation>选择一个运行以查看其记录的文件。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Listing the artifacts …</source>
        <translation>正在列出产物……</translation>
    </message>
    <message>
        <source>The artifacts are not on this computer</source>
        <translation>产物不在这台计算机上</translation>
    </message>
    <message>
        <source>As listed %1. %2</source>
        <translation>列于 %1。%2</translation>
    </message>
    <message>
        <source>Save all artifacts …</source>
        <translation>保存所有产物……</translation>
    </message>
    <message>
        <source>List again</source>
        <translation>重新列出</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactPane</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>显示源文本</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <source>A link to another folder of these artifacts.</source>
        <translation>指向这些产物中另一文件夹的链接。</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>此文件为空</translation>
    </message>
    <message>
        <source>This file is gone</source>
        <translation>此文件已不存在</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown</source>
        <translation>无法显示此文件</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Open with another program (not for programs)</source>
        <translation>用其他程序打开（不适用于程序文件）</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Save all in this folder …</source>
        <translation>保存此文件夹中的全部……</translation>
    </message>
    <message>
        <source>Save all into a folder</source>
        <translation>全部保存到文件夹</translation>
    </message>
    <message>
        <source>all artifacts</source>
        <translation>所有产物</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactTreeModel</name>
    <message>
        <source>A link inside the artifact folder</source>
        <translation>产物文件夹内的链接</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>On the server, not on this computer</source>
        <translation>在服务器上，不在这台计算机上</translation>
    </message>
</context>
<context>
    <name>podium::views::AuditDialog</name>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>kept here only</source>
        <translation>仅保留在此处</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>alias @%1</source>
        <translation>别名 @%1</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>(can&apos;t be read)</source>
        <translation>（无法读取）</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Decisions log</source>
        <translation>决策日志</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by model, person, state, value</source>
        <translation>按模型、人员、状态、值筛选</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Each line holds the hash of the one before: none was altered or removed.</source>
        <translation>每行都包含前一行的哈希值：没有任何行被改动或移除。</translation>
    </message>
    <message>
        <source>Lines of this log were altered or removed.</source>
        <translation>此日志中有行被改动或移除。</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>导出决策</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>podium::views::AxisMarkDialog</name>
    <message>
        <source>Mark a range of %1</source>
        <translation>标记 %1 的范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Or these texts</source>
        <translation>或这些文本</translation>
    </message>
    <message>
        <source>resnet, vit</source>
        <translation>resnet, vit</translation>
    </message>
    <message>
        <source>Both ends of the range have to be numbers.</source>
        <translation>范围的两端都必须是数字。</translation>
    </message>
    <message>
        <source>The end has to be greater than the beginning.</source>
        <translation>终点必须大于起点。</translation>
    </message>
</context>
<context>
    <name>podium::views::BoardView</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>No alias</source>
        <translation>无别名</translation>
    </message>
    <message>
        <source>No %1</source>
        <comment>a tag&apos;s key</comment>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lane, number of versions</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartCard</name>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>实际时间</translation>
    </message>
    <message>
        <source>relative time</source>
        <translation>相对时间</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>%1 的图表</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>not smoothed</source>
        <translation>未平滑</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>log off</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>None of the shown runs has this metric</source>
        <translation>所示运行均无此指标</translation>
    </message>
    <message>
        <source>extremes exact</source>
        <translation>极值精确</translation>
    </message>
    <message>
        <source>drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>%1, all seen, %2</source>
        <translation>%1，全部可见，%2</translation>
    </message>
    <message>
        <source>%1 of %2 in view, %3</source>
        <translation>可见 %1 / %2，%3</translation>
    </message>
    <message>
        <source>%1 NaN</source>
        <translation>%1 个 NaN</translation>
    </message>
    <message>
        <source>%1 +∞</source>
        <translation>%1 个 +∞</translation>
    </message>
    <message>
        <source>%1 −∞</source>
        <translation>%1 个 −∞</translation>
    </message>
    <message>
        <source>%1 not above zero, not on a logarithmic axis</source>
        <translation>%1 个不大于零，未显示在对数轴上</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>跨度 %1</translation>
    </message>
    <message>
        <source>%1 by %2 %3; %4; values shown from %5 to %6; %7</source>
        <translation>%1，横轴为%2，%3；%4；所示值从 %5 到 %6；%7</translation>
    </message>
    <message>
        <source>Chart options of %1</source>
        <translation>%1 的图表选项</translation>
    </message>
    <message>
        <source>Chart options</source>
        <translation>图表选项</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Undo zoom</source>
        <translation>撤销缩放</translation>
    </message>
    <message>
        <source>Show as table…</source>
        <translation>以表格显示…</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove chart</source>
        <translation>移除图表</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>X 轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>实际时间</translation>
    </message>
    <message>
        <source>Relative time</source>
        <translation>相对时间</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>对数 Y 轴</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>PNG, twice as sharp…</source>
        <translation>PNG，两倍清晰度…</translation>
    </message>
    <message>
        <source>PNG, 300 dpi…</source>
        <translation>PNG，300 dpi…</translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation>SVG…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>CSV, all points…</source>
        <translation>CSV，所有点…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>checked: %1 one by one, none of %2 pixel columns differs</source>
        <translation>已检查：逐个查看 %1，%2 个像素列全部一致</translation>
    </message>
    <message>
        <source>checked: %1 of %2 pixel columns differ, please report this</source>
        <translation>已检查：%2 个像素列中有 %1 个不一致，请报告</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation>固定范围</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个分组</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 beyond the y axis</source>
        <translation>%1 超出 y 轴</translation>
    </message>
    <message>
        <source>%1 without a place on the x axis</source>
        <translation>%1 在 x 轴上没有位置</translation>
    </message>
    <message>
        <source>checking every point…</source>
        <translation>正在检查每个点……</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Relative time from the run&apos;s start</source>
        <translation>从运行开始算起的相对时间</translation>
    </message>
    <message>
        <source>Another metric</source>
        <translation>其他指标</translation>
    </message>
    <message>
        <source>Carry its last value forward</source>
        <translation>沿用其最近的值</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>对数 x 轴</translation>
    </message>
    <message>
        <source>Restarts as lines of their own</source>
        <translation>重启单独成线</translation>
    </message>
    <message>
        <source>Leave outliers out of the y axis</source>
        <translation>y 轴不计离群值</translation>
    </message>
    <message>
        <source>Ranges of the axes…</source>
        <translation>坐标轴范围…</translation>
    </message>
    <message>
        <source>The shown runs have no other metric</source>
        <translation>所示运行没有其他指标</translation>
    </message>
    <message>
        <source>Kind of smoothing</source>
        <translation>平滑方式</translation>
    </message>
    <message>
        <source>Exponential average, as MLflow and TensorBoard</source>
        <translation>指数平均，同 MLflow 和 TensorBoard</translation>
    </message>
    <message>
        <source>Running mean of points</source>
        <translation>按点数的滑动平均</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Smoothing over %1 points</source>
        <translation>对 %1 个点平滑</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups as bands</source>
        <translation>分组显示为色带</translation>
    </message>
    <message>
        <source>Their runs, faint</source>
        <translation>淡显其中的运行</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中线</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>95 % confidence</source>
        <translation>95 % 置信区间</translation>
    </message>
    <message>
        <source>Quartiles</source>
        <translation>四分位数</translation>
    </message>
    <message>
        <source>Least to greatest</source>
        <translation>最小到最大</translation>
    </message>
    <message>
        <source>Difference to</source>
        <translation>与之相差</translation>
    </message>
    <message>
        <source>Nothing: the values themselves</source>
        <translation>无：数值本身</translation>
    </message>
    <message>
        <source>Mark the best value</source>
        <translation>标出最佳值</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>The greatest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Check every point</source>
        <translation>检查每个点</translation>
    </message>
    <message>
        <source>%1 of %2 lines: %3</source>
        <translation>%2 条线中的 %1 条：%3</translation>
    </message>
    <message>
        <source>sampled by the server, not all points</source>
        <translation>由服务器抽样，并非所有点</translation>
    </message>
    <message>
        <source>fetching %1 of %2 histories…</source>
        <translation>正在获取 %2 个历史中的 %1 个……</translation>
    </message>
    <message>
        <source>only the latest value is here (offline)</source>
        <translation>这里只有最新值（离线）</translation>
    </message>
    <message>
        <source>only the latest value is here</source>
        <translation>这里只有最新值</translation>
    </message>
    <message>
        <source>the rest could not be fetched: %1</source>
        <translation>其余部分无法获取：%1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>No shown run has all of these metrics at a step</source>
        <translation>所示运行均没有在同一步上具备所有这些指标</translation>
    </message>
    <message>
        <source>Edit expression…</source>
        <translation>编辑表达式…</translation>
    </message>
    <message>
        <source>%1 without all of the metrics</source>
        <translation>%1 未具备所有指标</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartGrid</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>No charts yet</source>
        <translation>尚无图表</translation>
    </message>
    <message>
        <source>Choose runs to see their metrics here</source>
        <translation>选择运行，即可在此查看其指标</translation>
    </message>
    <message>
        <source>Add chart…</source>
        <translation>添加图表…</translation>
    </message>
    <message>
        <source>Add chart</source>
        <translation>添加图表</translation>
    </message>
    <message>
        <source>Lines of a metric…</source>
        <translation>指标的折线…</translation>
    </message>
    <message>
        <source>Lines of an expression…</source>
        <translation>表达式的折线…</translation>
    </message>
    <message>
        <source>Charts of system metrics</source>
        <translation>系统指标的图表</translation>
    </message>
    <message>
        <source>No system metrics</source>
        <translation>无系统指标</translation>
    </message>
    <message>
        <source>MLflow records them for runs that are started with log_system_metrics=True</source>
        <translation>MLflow 会为以 log_system_metrics=True 启动的运行记录系统指标</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 个</translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation>+ 另外 %1 个</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartPages</name>
    <message>
        <source>Pages of charts</source>
        <translation>图表页</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>System metrics</source>
        <translation>系统指标</translation>
    </message>
</context>
<context>
    <name>podium::views::ColumnPicker</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>搜索列</translation>
    </message>
    <message>
        <source>Search metrics, params, tags</source>
        <translation>搜索指标、参数、标签</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全部勾选</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>Shown, in this order</source>
        <translation>显示的列（按此顺序）</translation>
    </message>
    <message>
        <source>Shown columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>没有匹配的名称</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
    <message>
        <source>Formula…</source>
        <translation>公式…</translation>
    </message>
    <message>
        <source>Value shown</source>
        <translation>显示的值</translation>
    </message>
</context>
<context>
    <name>podium::views::ComparePage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>选择运行</translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation>比较运行</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>The run that the others are compared with (B)</source>
        <translation>其他运行与之比较的运行 (B)</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>基线(&amp;B)</translation>
    </message>
    <message>
        <source>Search in the comparison</source>
        <translation>在比较中搜索</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>搜索键和值</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Go to the difference before (P)</source>
        <translation>转到上一处差异 (P)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Go to the next difference (N)</source>
        <translation>转到下一处差异 (N)</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>What counts as the same, and what is ignored</source>
        <translation>什么算相同、什么被忽略</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save or copy the comparison</source>
        <translation>保存或复制比较</translation>
    </message>
    <message>
        <source>Save as Markdown or HTML…</source>
        <translation>保存为 Markdown 或 HTML…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy all rows as TSV</source>
        <translation>将所有行复制为 TSV</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1（基线）</translation>
    </message>
    <message>
        <source>One run alone</source>
        <translation>只有一个运行</translation>
    </message>
    <message>
        <source>Choose at least one more run to compare “%1” with.</source>
        <translation>请至少再选一个运行与“%1”比较。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较……</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Select two or more runs in the table and press Ctrl+D. Params, metrics, environments, code, models and artifacts are then shown side by side.</source>
        <translation>在表中选择两个或更多运行并按 Ctrl+D。随后会并排显示参数、指标、环境、代码、模型和产物。</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 处差异</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 处差异</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>difference 3 of 17</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Artifacts of “%1” are not compared: %2</source>
        <translation>不比较“%1”的产物：%2</translation>
    </message>
    <message>
        <source>“%1” has more files than are compared.</source>
        <translation>“%1”的文件多于可比较的数量。</translation>
    </message>
    <message>
        <source>%1 of %2 chosen runs are compared.</source>
        <translation>比较了 %2 个所选运行中的 %1 个。</translation>
    </message>
    <message>
        <source>no difference below</source>
        <translation>下面没有差异</translation>
    </message>
    <message>
        <source>no difference above</source>
        <translation>上面没有差异</translation>
    </message>
    <message>
        <source>Make this the baseline</source>
        <translation>将其设为基线</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>显示该运行</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>移出比较</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>difference (in per cent of the baseline)</comment>
        <translation>%1（%2 %）</translation>
    </message>
    <message>
        <source>not in the baseline</source>
        <translation>不在基线中</translation>
    </message>
    <message>
        <source>only in the baseline</source>
        <translation>仅在基线中</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n 项相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>%1 · last</source>
        <comment>a metric</comment>
        <translation>%1 · 最近</translation>
    </message>
    <message>
        <source>%1 · min</source>
        <comment>a metric</comment>
        <translation>%1 · 最小</translation>
    </message>
    <message>
        <source>%1 · max</source>
        <comment>a metric</comment>
        <translation>%1 · 最大</translation>
    </message>
    <message>
        <source>%1 · distance of curves</source>
        <comment>a metric</comment>
        <translation>%1 · 曲线距离</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>%1 · nothing differs</source>
        <translation>%1 · 没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n differ</source>
        <translation>
            <numerusform>%1 · %n 处不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>忽略 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison of %1</source>
        <translation>%1 的比较</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>The most surprising difference comes first. A number surprises by how many standard deviations of all runs of the experiment it lies from the baseline; a text by the odds that two runs of the experiment agree there.</source>
        <translation>最意外的差异排在最前。数字的意外程度是它与基线相距实验所有运行的多少个标准差；文本的意外程度是实验中两个运行在此相同的几率。</translation>
    </message>
    <message>
        <source>Distance of the curves: the area between this curve and the baseline&apos;s over the steps that both have, as a share of the rectangle that encloses them. 0 is the same curve, 1 as far apart as can be.</source>
        <translation>曲线距离：此曲线与基线曲线在共有步上围成的面积占其外接矩形的比例。0 表示同一曲线，1 表示相距最远。</translation>
    </message>
</context>
<context>
    <name>podium::views::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
</context>
<context>
    <name>podium::views::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Databricks profile</source>
        <translation>Databricks 配置</translation>
    </message>
    <message>
        <source>Databricks &amp;profile</source>
        <translation>Databricks 配置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>更多设置(&amp;M)</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM 文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Automatically, as MLflow itself</source>
        <translation>自动，与 MLflow 相同</translation>
    </message>
    <message>
        <source>With user and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不登录</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;CA certificates</source>
        <translation>CA 证书(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lient certificate</source>
        <translation>客户端证书(&amp;L)</translation>
    </message>
    <message>
        <source>Prox&amp;y</source>
        <translation>代理(&amp;Y)</translation>
    </message>
    <message>
        <source>As the environment says</source>
        <translation>按环境设置</translation>
    </message>
    <message>
        <source>Wor&amp;kspace</source>
        <translation>工作区(&amp;K)</translation>
    </message>
    <message>
        <source>Most runs held of an experiment</source>
        <translation>每个实验最多保存的运行数</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Most &amp;runs of an experiment</source>
        <translation>每个实验最多运行数(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Do not check the server&apos;s certificate</source>
        <translation>不检查服务器的证书(&amp;D)</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>不检查服务器的证书</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>Connection of %1</source>
        <translation>%1 的连接</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Enter the address of the server.</source>
        <translation>请输入服务器地址。</translation>
    </message>
    <message>
        <source>The address must begin with https://, http:// or databricks://.</source>
        <translation>地址必须以 https://、http:// 或 databricks:// 开头。</translation>
    </message>
    <message>
        <source>This is no address of a server. It should look like https://mlflow.example.org.</source>
        <translation>这不是服务器地址。地址应类似 https://mlflow.example.org。</translation>
    </message>
    <message>
        <source>Enter user and password below, not in the address.</source>
        <translation>请在下面输入用户名和密码，不要写在地址中。</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the network can read the login.</source>
        <translation>连接未加密：网络中的其他人可以读到登录信息。</translation>
    </message>
    <message>
        <source>As the server is called</source>
        <translation>服务器的名称</translation>
    </message>
    <message>
        <source>From MLFLOW_TRACKING_ variables, ~/.mlflow/credentials or a Databricks profile. Nothing of it is kept by Podium.</source>
        <translation>取自 MLFLOW_TRACKING_ 变量、~/.mlflow/credentials 或 Databricks 配置。Podium 不保留其中任何内容。</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>令牌(&amp;K)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Kept in the keychain of your desktop, nowhere else.</source>
        <translation>只保存在您桌面的钥匙串中。</translation>
    </message>
    <message>
        <source>There is no keychain here: it is kept until Podium is closed, and has to be entered again after the next start.</source>
        <translation>这里没有钥匙串：只保留到 Podium 关闭，下次启动后须重新输入。</translation>
    </message>
    <message>
        <source>Anybody between here and the server can read and change everything, the login too. Name the CA certificates instead.</source>
        <translation>位于您与服务器之间的任何人都能读取和更改一切，包括登录信息。请改为指定 CA 证书。</translation>
    </message>
    <message>
        <source>S&amp;top test</source>
        <translation>停止测试(&amp;T)</translation>
    </message>
    <message>
        <source>Enter it, or choose another way to sign in.</source>
        <translation>请输入，或选择其他登录方式。</translation>
    </message>
</context>
<context>
    <name>podium::views::ConnectSteps</name>
    <message>
        <source>The name was found.</source>
        <translation>已找到名称。</translation>
    </message>
    <message>
        <source>The server accepts connections.</source>
        <translation>服务器接受连接。</translation>
    </message>
    <message>
        <source>The certificate is good.</source>
        <translation>证书有效。</translation>
    </message>
    <message>
        <source>No login was needed.</source>
        <translation>无需登录。</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已登录为 %1。</translation>
    </message>
    <message>
        <source>An MLflow server that does not tell its version.</source>
        <translation>未告知版本的 MLflow 服务器。</translation>
    </message>
    <message>
        <source>MLflow %1.</source>
        <translation>MLflow %1。</translation>
    </message>
    <message>
        <source>Experiments and runs may be read.</source>
        <translation>可以读取实验和运行。</translation>
    </message>
    <message>
        <source>%1 may be read.</source>
        <translation>可以读取 %1。</translation>
    </message>
    <message>
        <source>Artifacts can be listed.</source>
        <translation>可以列出产物。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>The certificate is not checked: others on the network could read along.</source>
        <translation>不检查证书：网络中的其他人可能读到内容。</translation>
    </message>
    <message>
        <source>Not used: the connection is not encrypted.</source>
        <translation>未使用：连接未加密。</translation>
    </message>
    <message>
        <source>Not tried: there is no run yet whose artifacts could be listed.</source>
        <translation>未尝试：还没有可列出产物的运行。</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>未尝试。</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试步骤</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看……</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>podium::views::DataReport</name>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>Only the first tables are shown.</source>
        <translation>仅显示前面的表。</translation>
    </message>
    <message>
        <source>The first %1 rows.</source>
        <translation>前 %1 行。</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 个要素</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>Only a part of this map is shown; the source has all.</source>
        <translation>仅显示此地图的一部分；全部内容见源文本。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>podium::views::DecisionDialog</name>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>An alias has at most %1 characters.</source>
        <translation>别名最多 %1 个字符。</translation>
    </message>
    <message>
        <source>MLflow takes letters, digits, _ and - in an alias, nothing else.</source>
        <translation>MLflow 的别名只接受字母、数字、_ 和 -。</translation>
    </message>
    <message>
        <source>MLflow keeps “latest” for the newest version.</source>
        <translation>MLflow 将“latest”保留给最新版本。</translation>
    </message>
    <message>
        <source>MLflow takes “%1” for the number of a version.</source>
        <translation>MLflow 会将“%1”视为版本号。</translation>
    </message>
    <message>
        <source>version %1: stage %2 → %3</source>
        <translation>版本 %1：阶段 %2 → %3</translation>
    </message>
    <message>
        <source>none</source>
        <comment>the alias is not there</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>alias @%1: %2 → %3</source>
        <translation>别名 @%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what: before → after</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>阶段(&amp;S)</translation>
    </message>
    <message>
        <source>A&amp;lias</source>
        <translation>别名(&amp;L)</translation>
    </message>
    <message>
        <source>Move version %1 to a stage</source>
        <translation>将版本 %1 移至某个阶段</translation>
    </message>
    <message>
        <source>Set an alias of version %1</source>
        <translation>设置版本 %1 的别名</translation>
    </message>
    <message>
        <source>Ask for version %1</source>
        <translation>为版本 %1 提出请求</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <translation>%1 · 版本 %2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>such as champion</source>
        <translation>例如 champion</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Why, for those who decide</source>
        <translation>理由，供决策者参考</translation>
    </message>
    <message>
        <source>Why; Databricks keeps it</source>
        <translation>理由；由 Databricks 保存</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>请求的内容</translation>
    </message>
    <message>
        <source>to be moved to a stage</source>
        <translation>移至某个阶段</translation>
    </message>
    <message>
        <source>to get an alias</source>
        <translation>获得别名</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>请求(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评论(&amp;C)</translation>
    </message>
    <message>
        <source>What is asked for, and where</source>
        <translation>请求的内容与位置</translation>
    </message>
    <message>
        <source>What will be written, and where</source>
        <translation>将写入的内容与位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Set Alias</source>
        <translation>设置别名(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>请求(&amp;A)</translation>
    </message>
    <message>
        <source>This version is gone.</source>
        <translation>此版本已消失。</translation>
    </message>
    <message>
        <source>Archi&amp;ve what is there: %1</source>
        <translation>归档现有版本(&amp;V)：%1</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>已经如此。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>store · model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>alias @%1</source>
        <translation>别名 @%1</translation>
    </message>
    <message>
        <source>stage of version %1</source>
        <translation>版本 %1 的阶段</translation>
    </message>
</context>
<context>
    <name>podium::views::DockPanel</name>
    <message>
        <source>Tear off or put back</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>podium::views::DocumentPreview</name>
    <message>
        <source>Link to %1</source>
        <translation>指向 %1 的链接</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>This document is too big or too deep to be laid out; this is its source.</source>
        <translation>此文档过大或嵌套过深，无法排版；此处为其源文本。</translation>
    </message>
    <message>
        <source>In [%1]</source>
        <translation>In [%1]</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>%1 output, not run</source>
        <translation>%1 输出，未运行</translation>
    </message>
    <message>
        <source>A picture that can&apos;t be shown</source>
        <translation>无法显示的图片</translation>
    </message>
    <message>
        <source>Only the beginning of this notebook is shown; the source has all.</source>
        <translation>仅显示此笔记本的开头部分；全部内容见源文本。</translation>
    </message>
    <message>
        <source>This page is drawn by a script, and scripts are never run here. Open it with another program to see it.</source>
        <translation>此页面由脚本绘制，而脚本在此从不运行。请用其他程序打开查看。</translation>
    </message>
    <message>
        <source>The scripts of this page are not run.</source>
        <translation>此页面的脚本不会运行。</translation>
    </message>
    <message>
        <source>Only a part of this notebook is shown; the source has all.</source>
        <translation>仅显示此笔记本的一部分；全部内容见源文本。</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 个单元格</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 个单元格</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>podium::views::ExpressionDialog</name>
    <message>
        <source>Where a metric has no value at a step, take its &amp;last one</source>
        <translation>指标在某一步没有值时，取其最近的值(&amp;L)</translation>
    </message>
    <message>
        <source>Chart of an expression</source>
        <translation>表达式图表</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>&amp;Metric…</source>
        <translation>指标(&amp;M)…</translation>
    </message>
    <message>
        <source>Put the name of a metric in</source>
        <translation>插入指标名称</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>表达式(&amp;E)</translation>
    </message>
    <message>
        <source>Metrics are written as in the search field, with + - * / ^, abs, log, exp, sqrt, min, max and if(condition, a, b). They are joined by step; min(metrics.loss) is the least of the whole history.</source>
        <translation>指标的写法与搜索框相同，可用 + - * / ^、abs、log、exp、sqrt、min、max 和 if(condition, a, b)。指标按步对应；min(metrics.loss) 是整个历史的最小值。</translation>
    </message>
</context>
<context>
    <name>podium::views::FetchPanel</name>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>已获取</translation>
    </message>
    <message>
        <source>This file is on the server.</source>
        <translation>此文件在服务器上。</translation>
    </message>
    <message>
        <source>Fetch (%1)</source>
        <translation>获取（%1）</translation>
    </message>
    <message>
        <source>Fetching %1 …</source>
        <translation>正在获取 %1……</translation>
    </message>
    <message>
        <source>The fetch was stopped. What has come is kept, and the next one goes on from there.</source>
        <translation>获取已停止。已收到的部分会保留，下次从那里继续。</translation>
    </message>
    <message>
        <source>This file is not on this computer</source>
        <translation>此文件不在这台计算机上</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>podium::views::Figure</name>
    <message>
        <source>Choose a value in the chart&apos;s menu</source>
        <translation>请在图表菜单中选择一个值</translation>
    </message>
    <message>
        <source>%1 holds no numbers</source>
        <translation>%1 不含数字</translation>
    </message>
    <message>
        <source>None of the %1 has %2</source>
        <translation>%1 都没有 %2</translation>
    </message>
    <message>
        <source>%1 not above zero, not on a logarithmic axis</source>
        <translation>%1 个不大于零，未显示在对数轴上</translation>
    </message>
    <message>
        <source>%1 groups: mean%2</source>
        <translation>%1 个分组：均值%2</translation>
    </message>
    <message>
        <source>Bars of %1</source>
        <translation>%1 的条形图</translation>
    </message>
    <message>
        <source> ± standard deviation</source>
        <translation> ± 标准差</translation>
    </message>
    <message>
        <source> ± standard error</source>
        <translation> ± 标准误</translation>
    </message>
    <message>
        <source> with its 95 % confidence</source>
        <translation>及其 95 % 置信区间</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 of %2 with a value</source>
        <translation>有值的 %1 / %2</translation>
    </message>
    <message>
        <source>from %1 to %2, median %3</source>
        <translation>从 %1 到 %2，中位数 %3</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 个分组</translation>
    </message>
    <message>
        <source>density by Gaussian kernels (Silverman)</source>
        <translation>高斯核密度（Silverman）</translation>
    </message>
    <message>
        <source>whiskers to 1.5 IQR</source>
        <translation>须线至 1.5 IQR</translation>
    </message>
    <message>
        <source>Spread of %1 by %2</source>
        <translation>%1 的分布，分组：%2</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>%1 with a value</source>
        <translation>%1 有值</translation>
    </message>
    <message>
        <source>median %1, quartiles %2 and %3</source>
        <translation>中位数 %1，四分位数 %2 和 %3</translation>
    </message>
    <message>
        <source>whiskers %1 to %2</source>
        <translation>须线 %1 到 %2</translation>
    </message>
    <message>
        <source>mean %1 ± %2</source>
        <translation>均值 %1 ± %2</translation>
    </message>
    <message>
        <source>%1 beyond the whiskers</source>
        <translation>%1 个在须线之外</translation>
    </message>
    <message>
        <source>%1 without a colour: no %2</source>
        <translation>%1 个没有颜色：缺少 %2</translation>
    </message>
    <message>
        <source>and %1 more, in the same colours</source>
        <translation>以及另外 %1 个，使用相同的颜色</translation>
    </message>
    <message>
        <source>%1 without %2</source>
        <translation>%1 个没有 %2</translation>
    </message>
    <message>
        <source>%1 with NaN as %2</source>
        <translation>%1 个的 %2 为 NaN</translation>
    </message>
    <message>
        <source>%1 with ±∞ as %2</source>
        <translation>%1 个的 %2 为 ±∞</translation>
    </message>
    <message>
        <source>%1 with %2 not above zero, not on a logarithmic axis</source>
        <translation>%1 个的 %2 不大于零，未显示在对数轴上</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Choose a column for each axis and a value in the chart&apos;s menu</source>
        <translation>请在图表菜单中为每个轴选择一列，并选择一个值</translation>
    </message>
    <message>
        <source>None of the %1 has all of %2, %3 and %4</source>
        <translation>%1 都未同时具备 %2、%3 和 %4</translation>
    </message>
    <message>
        <source>Contours need three runs or more whose places lie not on one line</source>
        <translation>等高线至少需要三个位置不在同一直线上的运行</translation>
    </message>
    <message>
        <source>%1 of %2 cells hold runs</source>
        <translation>%2 个单元格中有 %1 个含有运行</translation>
    </message>
    <message>
        <source>straight between means of small squares, blank where none is near</source>
        <translation>在小方格的均值之间线性插值，附近没有时留空</translation>
    </message>
    <message>
        <source>straight between runs, blank where none is near</source>
        <translation>在运行之间线性插值，附近没有时留空</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <translation>%1 随 %2 和 %3 的变化</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>%1 的均值</translation>
    </message>
    <message>
        <source>least %1</source>
        <translation>%1 的最小值</translation>
    </message>
    <message>
        <source>greatest %1</source>
        <translation>%1 的最大值</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1: mean %2, from %3 to %4</source>
        <translation>%1：均值 %2，从 %3 到 %4</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 bins</source>
        <translation>%1 个分箱</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>%1 的直方图</translation>
    </message>
    <message>
        <source>Choose a metric in the chart&apos;s menu</source>
        <translation>在图表菜单中选择一个指标</translation>
    </message>
    <message>
        <source>Every param is the same in all runs</source>
        <translation>每个参数在所有运行中都相同</translation>
    </message>
    <message>
        <source>These runs have no params</source>
        <translation>这些运行没有参数</translation>
    </message>
    <message>
        <source>%1 params the same in all runs, left out</source>
        <translation>%1 个参数在所有运行中相同，已略过</translation>
    </message>
    <message>
        <source>too few runs to tell an importance: ten at least</source>
        <translation>运行太少，无法判断重要性：至少需要十个</translation>
    </message>
    <message>
        <source>%1 is the same in all runs</source>
        <translation>%1 在所有运行中相同</translation>
    </message>
    <message>
        <source>the params tell next to nothing about it (R² %1): no importance</source>
        <translation>参数几乎无法说明它（R² %1）：不给出重要性</translation>
    </message>
    <message>
        <source>the params tell a little about it (R² %1): take it as a hint</source>
        <translation>参数只能说明它的一小部分（R² %1）：仅供参考</translation>
    </message>
    <message>
        <source>R² of the forest&apos;s guesses %1</source>
        <translation>随机森林估计的 R² %1</translation>
    </message>
    <message>
        <source>%1: no clear way with %2</source>
        <translation>%1：与 %2 无明显关联</translation>
    </message>
    <message>
        <source>higher %1, clearly higher %2</source>
        <translation>%1 较高时，%2 明显更高</translation>
    </message>
    <message>
        <source>higher %1, rather higher %2</source>
        <translation>%1 较高时，%2 往往更高</translation>
    </message>
    <message>
        <source>higher %1, slightly higher %2</source>
        <translation>%1 较高时，%2 略高</translation>
    </message>
    <message>
        <source>higher %1, clearly lower %2</source>
        <translation>%1 较高时，%2 明显更低</translation>
    </message>
    <message>
        <source>higher %1, rather lower %2</source>
        <translation>%1 较高时，%2 往往更低</translation>
    </message>
    <message>
        <source>higher %1, slightly lower %2</source>
        <translation>%1 较高时，%2 略低</translation>
    </message>
    <message>
        <source>%1 makes no clear difference to %2</source>
        <translation>%1 对 %2 没有明显影响</translation>
    </message>
    <message>
        <source>%2 differs by %1</source>
        <translation>%2 因 %1 而异</translation>
    </message>
    <message>
        <source>%1: nothing can be told</source>
        <translation>%1：无法判断</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 % of what the params tell about it</source>
        <translation>占参数所能说明部分的 %1%</translation>
    </message>
    <message>
        <source>Spearman %1, p %2, %3</source>
        <translation>Spearman %1，p %2，%3</translation>
    </message>
    <message>
        <source>Pearson %1, p %2, %3</source>
        <translation>Pearson %1，p %2，%3</translation>
    </message>
    <message>
        <source>η %1, p %2, %3</source>
        <translation>η %1，p %2，%3</translation>
    </message>
    <message>
        <source>Choose two axes or more in the chart&apos;s menu</source>
        <translation>在图表菜单中选择两个或更多轴</translation>
    </message>
    <message>
        <source>%1 within the marks</source>
        <translation>%1 个在刷选范围内</translation>
    </message>
    <message>
        <source>Parallel coordinates: %1</source>
        <translation>平行坐标：%1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>（无 %1）</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Choose a column for each axis in the chart&apos;s menu</source>
        <translation>在图表菜单中为每个轴选择一列</translation>
    </message>
    <message>
        <source>%1 drawn small: no %2</source>
        <translation>%1 个绘制为小点：无 %2</translation>
    </message>
    <message>
        <source>%1 on the Pareto front (%2 %3, %4 %5)</source>
        <translation>%1位于帕累托前沿（%2 %3，%4 %5）</translation>
    </message>
    <message>
        <source>None of the %1 has both %2 and %3</source>
        <translation>%1中没有一个同时具有 %2 和 %3</translation>
    </message>
    <message>
        <source>Scatter plot of %1 over %2</source>
        <translation>%1 对 %2 的散点图</translation>
    </message>
    <message>
        <source>on the Pareto front: %1</source>
        <translation>位于帕累托前沿：%1</translation>
    </message>
    <message>
        <source>on the Pareto front</source>
        <translation>位于帕累托前沿</translation>
    </message>
    <message>
        <source>No runs to show</source>
        <translation>没有可显示的运行</translation>
    </message>
</context>
<context>
    <name>podium::views::FigureTable</name>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>podium::views::FileDiff</name>
    <message>
        <source>only left</source>
        <translation>仅左侧</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>仅右侧</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Only the first %1 differences.</source>
        <translation>仅前 %1 处差异。</translation>
    </message>
    <message>
        <source>No value is different.</source>
        <translation>没有不同的值。</translation>
    </message>
    <message>
        <source>%1 different, %2 the same.</source>
        <translation>%1 个不同，%2 个相同。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Rows are paired by the column “%1”.</source>
        <translation>行按列“%1”配对。</translation>
    </message>
    <message>
        <source>Only the first rows are compared.</source>
        <translation>仅比较前面的行。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Signature: %1 Requirements: %2</source>
        <translation>签名：%1 依赖项：%2</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有值</translation>
    </message>
    <message>
        <source>%1 lines changed, %2 added, %3 removed.</source>
        <translation>更改 %1 行，添加 %2 行，移除 %3 行。</translation>
    </message>
    <message>
        <source>Only the beginning is compared.</source>
        <translation>仅比较开头部分。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>There is no way to compare the content of such files here.</source>
        <translation>此处无法比较这类文件的内容。</translation>
    </message>
</context>
<context>
    <name>podium::views::FileDiffDialog</name>
    <message>
        <source>Difference of %1</source>
        <translation>%1 的差异</translation>
    </message>
    <message>
        <source>%1: “%2” and “%3”</source>
        <translation>%1：“%2”与“%3”</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>正在比较……</translation>
    </message>
    <message>
        <source>F7 goes to the next difference.</source>
        <translation>按 F7 转到下一处差异。</translation>
    </message>
</context>
<context>
    <name>podium::views::FolderView</name>
    <message>
        <source>Series of pictures</source>
        <translation>图片序列</translation>
    </message>
    <message>
        <source>Step of the series</source>
        <translation>序列的步</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>该步的图片</translation>
    </message>
    <message>
        <source>Pictures in the folder</source>
        <translation>文件夹中的图片</translation>
    </message>
    <message>
        <source>more than %1 · %2</source>
        <translation>超过 %1 · %2</translation>
    </message>
    <message>
        <source>step %1 · %2 of %3</source>
        <translation>第 %1 步 · 第 %2 张，共 %3 张</translation>
    </message>
</context>
<context>
    <name>podium::views::FormulaDialog</name>
    <message>
        <source>Formula column</source>
        <translation>公式列</translation>
    </message>
    <message>
        <source>Title (optional)</source>
        <translation>标题（可选）</translation>
    </message>
    <message>
        <source>Title of the column</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Formula</source>
        <translation>公式(&amp;F)</translation>
    </message>
    <message>
        <source>Columns are written as in the search field, with + - * / ^, abs, log, exp, sqrt, min, max and if(condition, a, b).</source>
        <translation>列的写法与搜索框相同，可用 + - * / ^、abs、log、exp、sqrt、min、max 和 if(条件, a, b)。</translation>
    </message>
</context>
<context>
    <name>podium::views::ImagePreview</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>适应窗口 (0)</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图像 %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>, with transparency</source>
        <translation>，含透明度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>podium::views::ImageView</name>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>podium::views::Inspector</name>
    <message>
        <source>No run is selected</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>Select a run to see its params, metrics and artifacts, or several to compare them.</source>
        <translation>选择一个运行以查看其参数、指标和产物，或选择多个进行比较。</translation>
    </message>
    <message>
        <source>About the selected runs</source>
        <translation>关于选中的运行</translation>
    </message>
    <message>
        <source>Value of each metric</source>
        <translation>每个指标的取值</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Show MLflow&apos;s own tags</source>
        <translation>显示 MLflow 自带的标签</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>在%1中搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>Running for 2 h</comment>
        <translation>%1，已持续 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Finished in 1 h 12 min</comment>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 h ago, 2024-05-01 12:00:00</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>入口点</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Model in</source>
        <translation>输入模型</translation>
    </message>
    <message>
        <source>Model out</source>
        <translation>输出模型</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1（第 %2 步）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>gone from its store</source>
        <translation>已不在其存储中</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父运行</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>运行 ID</translation>
    </message>
    <message>
        <source>Different · %1 of %2</source>
        <translation>不同 · %1 / %2</translation>
    </message>
    <message>
        <source>The same · %1</source>
        <translation>相同 · %1</translation>
    </message>
    <message>
        <source>last %1 at step %2, min %3 at step %4, max %5 at step %6, %7</source>
        <translation>末值 %1（第 %2 步），最小 %3（第 %4 步），最大 %5（第 %6 步），%7</translation>
    </message>
    <message>
        <source>Selected · %1</source>
        <translation>已选 · %1</translation>
    </message>
    <message>
        <source>System · %1</source>
        <translation>系统 · %1</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>last %1 at step %2; the history was not read</source>
        <translation>最近 %1，在步 %2；历史未读取</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
</context>
<context>
    <name>podium::views::KeepDialog</name>
    <message>
        <source>&amp;Histories of all metrics</source>
        <translation>所有指标的历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;No artifacts</source>
        <translation>不含产物(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;All artifacts</source>
        <translation>所有产物(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Only these artifacts:</source>
        <translation>仅这些产物(&amp;O)：</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>离线保存</translation>
    </message>
    <message>
        <source>Of the run “%1” this is there without a network:</source>
        <translation>运行“%1”中可脱机使用的内容：</translation>
    </message>
    <message>
        <source>Of all runs of “%1” this is there without a network, also of new ones, brought up to date after each sync:</source>
        <translation>“%1”的所有运行（包括新运行）中可脱机使用的内容，每次同步后更新：</translation>
    </message>
    <message>
        <source>Patterns of artifacts</source>
        <translation>产物的模式</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>释放(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Keep offline</source>
        <translation>离线保存(&amp;K)</translation>
    </message>
</context>
<context>
    <name>podium::views::KeyValueTable</name>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制键</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>podium::views::LaneList</name>
    <message>
        <source>No version here</source>
        <translation>此处没有版本</translation>
    </message>
</context>
<context>
    <name>podium::views::LinePlot</name>
    <message>
        <source>Line chart</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>Drawing of the line chart</source>
        <translation>折线图的绘制区</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 · step %2</source>
        <translation>%1 · 第 %2 步</translation>
    </message>
    <message>
        <source>after %1 · step %2</source>
        <translation>%1后 · 第 %2 步</translation>
    </message>
    <message>
        <source>%1, smoothed %2</source>
        <translation>%1，平滑后 %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) here</source>
        <translation>
            <numerusform>此处 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to the baseline</source>
        <translation>与基线相差 %1</translation>
    </message>
</context>
<context>
    <name>podium::views::MainWindow</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近项目(&amp;R)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
</context>
<context>
    <name>podium::views::MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copy details of the message</source>
        <translation>复制消息详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>podium::views::MetricPicker</name>
    <message>
        <source>Add a chart</source>
        <translation>添加图表</translation>
    </message>
    <message>
        <source>Search metrics</source>
        <translation>搜索指标</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelPane</name>
    <message>
        <source>No versions yet</source>
        <translation>还没有版本</translation>
    </message>
    <message>
        <source>This model has a name and nothing registered under it.</source>
        <translation>此模型只有名称，其下没有注册任何内容。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>By what the versions are told apart</source>
        <translation>版本的划分依据</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>A metric of the source runs as a column and on the cards</source>
        <translation>将来源运行的一个指标显示为列并显示在卡片上</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>更改于 %1</translation>
    </message>
    <message>
        <source>Metric: %1</source>
        <translation>指标：%1</translation>
    </message>
    <message>
        <source>Lanes: stages</source>
        <translation>泳道：阶段</translation>
    </message>
    <message>
        <source>Lanes: aliases</source>
        <translation>泳道：别名</translation>
    </message>
    <message>
        <source>Lanes: tag %1</source>
        <translation>泳道：标签 %1</translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation>阶段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Aliases</source>
        <translation>别名(&amp;A)</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Choose a metric of the source runs</source>
        <translation>选择来源运行的一个指标</translation>
    </message>
    <message>
        <source>No metric has this name</source>
        <translation>没有此名称的指标</translation>
    </message>
    <message>
        <source>No metric</source>
        <translation>无指标</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelReport</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Flavors</source>
        <translation>Flavor</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Flavor</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>none: kept elsewhere</source>
        <translation>无：保存在别处</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Only a part of this table is shown; the source has all.</source>
        <translation>仅显示此表格的一部分；全部内容见源文本。</translation>
    </message>
    <message>
        <source>Input example</source>
        <translation>输入示例</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>模型 ID</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>运行 ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Artifact path</source>
        <translation>产物路径</translation>
    </message>
    <message>
        <source>To load it</source>
        <translation>加载方法</translation>
    </message>
    <message>
        <source>This is no MLmodel file of MLflow&apos;s; the source shows what it is.</source>
        <translation>这不是 MLflow 的 MLmodel 文件；其内容见源文本。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>频道</translation>
    </message>
    <message>
        <source>No packages are named here; the source shows what it says.</source>
        <translation>此处未列出任何包；其内容见源文本。</translation>
    </message>
    <message>
        <source>1 package</source>
        <translation>1 个包</translation>
    </message>
    <message>
        <source>%1 packages</source>
        <translation>%1 个包</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>入口点</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Commands, never run</source>
        <translation>命令，从不运行</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 行 × %2 列</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelsPage</name>
    <message>
        <source>No registered models</source>
        <translation>没有注册模型</translation>
    </message>
    <message>
        <source>The open sources have no model registry, or nothing in it.</source>
        <translation>已打开的来源没有模型注册表，或其中为空。</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Registered models</source>
        <translation>注册模型</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Source run</source>
        <translation>来源运行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 h ago, 2024-05-01 12:00:00</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Run link</source>
        <translation>运行链接</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>存储位置</translation>
    </message>
    <message>
        <source>Logged model</source>
        <translation>记录的模型</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Tags · %1</source>
        <translation>标签 · %1</translation>
    </message>
    <message>
        <source>→ %1, %2</source>
        <comment>stage, state of the decision</comment>
        <translation>→ %1，%2</translation>
    </message>
    <message>
        <source>→ %1, %2</source>
        <comment>alias, state of the decision</comment>
        <translation>→ %1，%2</translation>
    </message>
    <message>
        <source>%1 leaves, %2</source>
        <comment>alias, state of the decision</comment>
        <translation>移走 %1，%2</translation>
    </message>
    <message>
        <source>a request, %1</source>
        <comment>state of what was said to it</comment>
        <translation>一个请求，%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was changed, state of the decision</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Remove alias</source>
        <translation>移除别名</translation>
    </message>
    <message>
        <source>This version has no alias</source>
        <translation>此版本没有别名</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>The files are on a server; those that were fetched are under Files.</source>
        <translation>文件在服务器上；已获取的见“文件”。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>There is no MLmodel file that says what the model takes.</source>
        <translation>没有说明模型接受何种输入的 MLmodel 文件。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The model was logged without a signature.</source>
        <translation>记录此模型时没有签名。</translation>
    </message>
    <message>
        <source>No requirements.txt was logged with the model.</source>
        <translation>记录此模型时没有 requirements.txt。</translation>
    </message>
    <message>
        <source>came between %1 and %2</source>
        <translation>出现于 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>was so when it was read first, %1</source>
        <translation>首次读取时即如此，%1</translation>
    </message>
    <message>
        <source>%1; is so now</source>
        <comment>when it began</comment>
        <translation>%1；现仍如此</translation>
    </message>
    <message>
        <source>%1; went between %2 and %3</source>
        <comment>when it began</comment>
        <translation>%1；消失于 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>%1; was gone %2</source>
        <comment>when it began</comment>
        <translation>%1；已消失：%2</translation>
    </message>
    <message>
        <source>This version was in no stage and had no alias whenever its store was read from here.</source>
        <translation>每次从此处读取其存储时，此版本都不在任何阶段，也没有别名。</translation>
    </message>
    <message>
        <source>As reads from this machine saw it; a store keeps no history</source>
        <translation>依据本机历次读取所见；存储不保留历史</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
</context>
<context>
    <name>podium::views::NameDialog</name>
    <message>
        <source>Rename run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>A run has a name.</source>
        <translation>运行须有名称。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
</context>
<context>
    <name>podium::views::NotesPage</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>没有描述</translation>
    </message>
    <message>
        <source>What is written in MLflow as a run&apos;s description is shown here.</source>
        <translation>此处显示在 MLflow 中为运行填写的描述。</translation>
    </message>
    <message>
        <source>Write Notes</source>
        <translation>撰写描述</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation>编辑描述</translation>
    </message>
    <message>
        <source>Description, in Markdown</source>
        <translation>描述，使用 Markdown</translation>
    </message>
    <message>
        <source>What this run is about, in Markdown</source>
        <translation>此运行的内容说明，使用 Markdown</translation>
    </message>
    <message>
        <source>Preview of the description</source>
        <translation>描述的预览</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>源文本(&amp;S)</translation>
    </message>
    <message>
        <source>MLflow cuts a description off after %1 characters.</source>
        <translation>MLflow 会截断超过 %1 个字符的描述。</translation>
    </message>
</context>
<context>
    <name>podium::views::OutboxDialog</name>
    <message>
        <source>Try &amp;Again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Keep &amp;Mine</source>
        <translation>保留我的(&amp;M)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>没有等待的更改</translation>
    </message>
    <message>
        <source>All that was changed here is in its store.</source>
        <translation>在此所做的更改都已写入其存储。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Changes that have not arrived</source>
        <translation>尚未送达的更改</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Take &amp;Theirs</source>
        <translation>采用对方的(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Discard Change</source>
        <translation>放弃更改(&amp;D)</translation>
    </message>
    <message>
        <source>You want “%1”, and saw “%2” before.</source>
        <translation>想要的是“%1”，之前看到的是“%2”。</translation>
    </message>
    <message>
        <source>Run or Model</source>
        <translation>运行或模型</translation>
    </message>
</context>
<context>
    <name>podium::views::OutsidePreview</name>
    <message>
        <source>Open with Another Program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Sound is not played here.</source>
        <translation>此处不播放声音。</translation>
    </message>
    <message>
        <source>Films are not played here.</source>
        <translation>此处不播放影片。</translation>
    </message>
</context>
<context>
    <name>podium::views::OverflowTabs</name>
    <message>
        <source>More tabs</source>
        <translation>更多标签页</translation>
    </message>
</context>
<context>
    <name>podium::views::PaperDialog</name>
    <message>
        <source>Chart on paper</source>
        <translation>纸上的图表</translation>
    </message>
    <message>
        <source>One column of a journal</source>
        <translation>期刊单栏</translation>
    </message>
    <message>
        <source>Both columns of a journal</source>
        <translation>期刊双栏</translation>
    </message>
    <message>
        <source>A slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>Of my own</source>
        <translation>自定</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
</context>
<context>
    <name>podium::views::PaperTableDialog</name>
    <message>
        <source>&amp;Best of each metric in bold</source>
        <translation>每个指标的最佳值加粗(&amp;B)</translation>
    </message>
    <message>
        <source>Mark it where it is &amp;significant</source>
        <translation>标记显著差异(&amp;S)</translation>
    </message>
    <message>
        <source>Copy for a paper</source>
        <translation>为论文复制</translation>
    </message>
    <message>
        <source>LaTeX (booktabs)</source>
        <translation>LaTeX (booktabs)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Python (mlflow.search_runs)</source>
        <translation>Python (mlflow.search_runs)</translation>
    </message>
    <message>
        <source>Runs that agree in all of these make one line; seeds are averaged</source>
        <translation>在这些项上都相同的运行合为一行；对随机种子取平均</translation>
    </message>
    <message>
        <source>Lines whose runs have the same seeds are compared pair by pair</source>
        <translation>运行具有相同随机种子的行成对比较</translation>
    </message>
    <message>
        <source>standard deviation (n − 1)</source>
        <translation>标准差（n − 1）</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>by the error (2 digits of it)</source>
        <translation>按误差（取其 2 位）</translation>
    </message>
    <message>
        <source>1 decimal</source>
        <translation>1 位小数</translation>
    </message>
    <message>
        <source>%1 decimals</source>
        <translation>%1 位小数</translation>
    </message>
    <message>
        <source>Student&apos;s t-test of the best against the second best, two-sided, p &lt; 0.05: paired where the seeds match, Welch&apos;s otherwise</source>
        <translation>最佳与次佳之间的学生 t 检验，双侧，p &lt; 0.05：种子一致时为配对检验，否则为 Welch 检验</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>分组依据(&amp;G)</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Error</source>
        <translation>误差(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>舍入(&amp;R)</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>标题(&amp;P)</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>标签(&amp;B)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>保存(&amp;V)…</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The script fetches the runs of the table again with MLflow.</source>
        <translation>该脚本用 MLflow 重新获取表中的运行。</translation>
    </message>
    <message>
        <source>%1 in lines: %2; mean ± error over the runs of each</source>
        <translation>%1 分为 %2 行；每行为其运行的均值 ± 误差</translation>
    </message>
    <message>
        <source>%1, each a line; group them to get mean ± error</source>
        <translation>%1，每个一行；分组后得到均值 ± 误差</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>podium::views::PdfPreview</name>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>文档 %1</translation>
    </message>
    <message>
        <source>it asks for a password</source>
        <translation>它要求密码</translation>
    </message>
    <message>
        <source>the document is broken</source>
        <translation>文档已损坏</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
</context>
<context>
    <name>podium::views::PendingBar</name>
    <message>
        <source>What you have said</source>
        <translation>自己的发言</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change, what became of it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>收回</translation>
    </message>
</context>
<context>
    <name>podium::views::Picker</name>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
</context>
<context>
    <name>podium::views::PictureDiffView</name>
    <message>
        <source>Two pictures</source>
        <translation>两张图片</translation>
    </message>
    <message>
        <source>How the pictures are compared</source>
        <translation>图片的比较方式</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>交替</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Where one picture ends and the other begins</source>
        <translation>一张图片结束、另一张开始的位置</translation>
    </message>
    <message>
        <source>The pictures are the same.</source>
        <translation>两张图片相同。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>what differs</source>
        <translation>差异之处</translation>
    </message>
</context>
<context>
    <name>podium::views::PointsDialog</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>%1 的点</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>podium::views::PointsModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>podium::views::PolicyDialog</name>
    <message>
        <source>Who &amp;asks may approve it, too</source>
        <translation>请求者也可以批准(&amp;A)</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>What a promotion of %1 needs</source>
        <translation>%1 的晋升条件</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>批准数</translation>
    </message>
    <message>
        <source>Appro&amp;vals</source>
        <translation>批准数(&amp;V)</translation>
    </message>
    <message>
        <source>As in a filter, of candidate. and incumbent.: candidate.metrics.auc &gt;= incumbent.metrics.auc, signature compatible</source>
        <translation>写法同筛选，针对 candidate. 和 incumbent.：candidate.metrics.auc &gt;= incumbent.metrics.auc, signature compatible</translation>
    </message>
    <message>
        <source>Add &amp;Gate</source>
        <translation>添加门禁(&amp;G)</translation>
    </message>
    <message>
        <source>Add &amp;Lane</source>
        <translation>添加泳道(&amp;L)</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门禁</translation>
    </message>
    <message>
        <source>Lanes of the board, by a tag</source>
        <translation>看板的泳道，按标签</translation>
    </message>
    <message>
        <source>Gates and lanes</source>
        <translation>门禁与泳道</translation>
    </message>
    <message>
        <source>Kept in %1 as the model&apos;s tag podium.policy. The store does not enforce it: Podium and people do.</source>
        <translation>作为模型的标签 podium.policy 保存在 %1 中。存储不强制执行：由 Podium 和人来执行。</translation>
    </message>
    <message>
        <source>&amp;Remove Policy</source>
        <translation>移除策略(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Gate %1</source>
        <translation>门禁 %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>Without this a gate that fails can be passed by with a reason</source>
        <translation>不勾选时，未通过的门禁可凭理由越过</translation>
    </message>
    <message>
        <source>Remove this gate</source>
        <translation>移除此门禁</translation>
    </message>
    <message>
        <source>Name of the lane</source>
        <translation>泳道的名称</translation>
    </message>
    <message>
        <source>Key of the tag</source>
        <translation>标签的键</translation>
    </message>
    <message>
        <source>Value of the tag</source>
        <translation>标签的值</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>移除此泳道</translation>
    </message>
</context>
<context>
    <name>podium::views::ProblemsPage</name>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Everything in the open sources could be read.</source>
        <translation>已打开的来源中所有内容均可读取。</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>搜索问题</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source · 12 problems</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
</context>
<context>
    <name>podium::views::PromptView</name>
    <message>
        <source>Compare the text with</source>
        <translation>将文本比较于</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>提示词文本</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比较于(&amp;W)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>无变量</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>变量：%1</translation>
    </message>
    <message>
        <source>This version has no text.</source>
        <translation>此版本没有文本。</translation>
    </message>
    <message>
        <source>The messages of this chat can&apos;t be read: they are shown as they are.</source>
        <translation>无法读取此对话的消息：按原样显示。</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>文本相同。</translation>
    </message>
</context>
<context>
    <name>podium::views::RangeDialog</name>
    <message>
        <source>Ranges of the axes</source>
        <translation>坐标轴范围</translation>
    </message>
    <message>
        <source>X from</source>
        <translation>X 从</translation>
    </message>
    <message>
        <source>X to</source>
        <translation>X 到</translation>
    </message>
    <message>
        <source>Y from</source>
        <translation>Y 从</translation>
    </message>
    <message>
        <source>Y to</source>
        <translation>Y 到</translation>
    </message>
    <message>
        <source>Both fields of an axis empty: it follows the data.</source>
        <translation>一个轴的两栏都为空：随数据变化。</translation>
    </message>
    <message>
        <source>Both ends of an axis have to be numbers.</source>
        <translation>轴的两端必须是数字。</translation>
    </message>
    <message>
        <source>The end has to be greater than the beginning.</source>
        <translation>终点必须大于起点。</translation>
    </message>
    <message>
        <source>A logarithmic axis begins above zero.</source>
        <translation>对数轴必须大于零。</translation>
    </message>
</context>
<context>
    <name>podium::views::ReceiptLabel</name>
    <message>
        <source>Press Enter to check this point by point</source>
        <translation>按回车键逐点检查</translation>
    </message>
</context>
<context>
    <name>podium::views::RegistryEditor</name>
    <message>
        <source>removal of alias @%1</source>
        <translation>移除别名 @%1</translation>
    </message>
    <message>
        <source>The tag goes to the model “%1”.</source>
        <translation>标签将添加到模型“%1”。</translation>
    </message>
    <message>
        <source>The tag goes to version %1 of “%2”.</source>
        <translation>标签将添加到“%2”的版本 %1。</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n tag(s)</source>
        <translation>
            <numerusform>删除 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>description of %1</source>
        <translation>%1 的描述</translation>
    </message>
</context>
<context>
    <name>podium::views::RelinkDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Find Moved Artifacts of %1</source>
        <translation>查找 %1 中已移动的产物</translation>
    </message>
    <message>
        <source>Rules are kept in Podium&apos;s cache; the source is not changed. Links that lead out of the folder are not followed.</source>
        <translation>规则保存在 Podium 的缓存中；来源不会更改。不会跟随指向文件夹之外的链接。</translation>
    </message>
    <message>
        <source>Folder to look in</source>
        <translation>要查找的文件夹</translation>
    </message>
    <message>
        <source>A folder that may have the artifacts</source>
        <translation>可能含有产物的文件夹</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Recorded places that begin with</source>
        <translation>记录的位置，开头为</translation>
    </message>
    <message>
        <source>are now in</source>
        <translation>现位于</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>&amp;Look in</source>
        <translation>查找位置(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Use Ticked Rules</source>
        <translation>使用勾选的规则(&amp;U)</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Where the artifacts may be</source>
        <translation>产物可能所在的位置</translation>
    </message>
    <message>
        <source>Looking at the runs …</source>
        <translation>正在查看运行……</translation>
    </message>
    <message>
        <source>Looking in %1 …</source>
        <translation>正在 %1 中查找……</translation>
    </message>
    <message>
        <source>The artifacts of %1 of %2 are where they belong.</source>
        <translation>%2中，有 %1 个的产物在应在的位置。</translation>
    </message>
    <message>
        <source>Nothing has to be found.</source>
        <translation>无需查找。</translation>
    </message>
    <message>
        <source>%1 have none there: they logged nothing, or their files were moved. Choose a folder to look in.</source>
        <translation>%1 个在那里没有产物：它们未记录任何内容，或其文件已被移动。请选择要查找的文件夹。</translation>
    </message>
    <message>
        <source>None of the other %1 is in this folder.</source>
        <translation>其余 %1 个都不在此文件夹中。</translation>
    </message>
    <message>
        <source>Rules for the other %1:</source>
        <translation>其余 %1 个的规则：</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>共 %2 个，找到 %1 个</translation>
    </message>
    <message>
        <source>(anything)</source>
        <translation>（任意）</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>例如 %1</translation>
    </message>
</context>
<context>
    <name>podium::views::ReportView</name>
    <message>
        <source>Parts of the file</source>
        <translation>文件的各部分</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
</context>
<context>
    <name>podium::views::RequestView</name>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What else changed</source>
        <translation>其他更改</translation>
    </message>
    <message>
        <source>Full comparison</source>
        <translation>完整比较</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门禁</translation>
    </message>
    <message>
        <source>What will be written, and where</source>
        <translation>将写入的内容与位置</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>发言记录</translation>
    </message>
    <message>
        <source>Reason or comment</source>
        <translation>理由或评论</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>评论(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>撤回(&amp;W)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒绝(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>批准(&amp;A)</translation>
    </message>
    <message>
        <source>An open store records decisions as tags and enforces nothing: whoever may write to it can promote a version without asking.</source>
        <translation>开放的存储以标签记录决策，不作任何强制：凡可写入者，无需请求即可晋升版本。</translation>
    </message>
    <message>
        <source>&amp;Make the Change</source>
        <translation>执行更改(&amp;M)</translation>
    </message>
    <message>
        <source>Reason (needed: see above)</source>
        <translation>理由（必需：见上文）</translation>
    </message>
    <message>
        <source>%1 – can be approved with a reason</source>
        <translation>%1 – 可凭理由批准</translation>
    </message>
    <message>
        <source>replaces version %1</source>
        <translation>替换版本 %1</translation>
    </message>
    <message>
        <source>%1 of %2 approvals</source>
        <translation>批准 %1/%2</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <comment>who, how long ago</comment>
        <translation>%1 请求于 %2</translation>
    </message>
    <message>
        <source>, and to archive what is there</source>
        <translation>，并请求归档现有版本</translation>
    </message>
    <message>
        <source>Metrics against version %1</source>
        <translation>与版本 %1 对比的指标</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>store · model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nothing: this is decided</source>
        <translation>无：已作决定</translation>
    </message>
    <message>
        <source>version %1: a tag approval.… for each decision</source>
        <translation>版本 %1：每个决策一个标签 approval.…</translation>
    </message>
    <message>
        <source>the workspace makes the change with the approval</source>
        <translation>工作区在批准时执行更改</translation>
    </message>
    <message>
        <source>Archive what is in %1 now</source>
        <translation>归档当前处于 %1 的版本</translation>
    </message>
</context>
<context>
    <name>podium::views::ReviewsPage</name>
    <message>
        <source>Waiting for me</source>
        <translation>等待我处理</translation>
    </message>
    <message>
        <source>Asked by me</source>
        <translation>我请求的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>filter · number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等待处理的请求</translation>
    </message>
    <message>
        <source>No requests here</source>
        <translation>此处没有请求</translation>
    </message>
    <message>
        <source>Who wants a version to be promoted asks for it on the models page, with “Ask for Promotion”.</source>
        <translation>如需晋升某个版本，请在模型页用“请求晋升”提出。</translation>
    </message>
</context>
<context>
    <name>podium::views::RulesDialog</name>
    <message>
        <source>What counts as the same</source>
        <translation>什么算相同</translation>
    </message>
    <message>
        <source>Numbers within &amp;per cent</source>
        <translation>数字相差在百分比以内(&amp;P)</translation>
    </message>
    <message>
        <source>Numbers &amp;within</source>
        <translation>数字相差在以内(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>忽略(&amp;I)</translation>
    </message>
    <message>
        <source>One pattern a line over params., metrics., tags., environment., git., datasets., signature. or artifacts. and the key; * stands for anything, ? for one character.</source>
        <translation>每行一个模式，匹配 params.、metrics.、tags.、environment.、git.、datasets.、signature. 或 artifacts. 加键；* 代表任意内容，? 代表一个字符。</translation>
    </message>
</context>
<context>
    <name>podium::views::RunChartCard</name>
    <message>
        <source>Scatter plot</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Boxes and violins</source>
        <translation>箱线图和小提琴图</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Importance of params</source>
        <translation>参数的重要性</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（按 %2）</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>%1 的直方图</translation>
    </message>
    <message>
        <source>What matters for %1</source>
        <translation>影响 %1 的因素</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <translation>%1 随 %2 和 %3 的变化</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a range</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Chart options</source>
        <translation>图表选项</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the table by what is marked</source>
        <translation>按刷选范围筛选表格</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Select the marked runs</source>
        <translation>选择刷选出的运行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take all marks away</source>
        <translation>清除所有刷选</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Chart options of %1</source>
        <translation>%1 的图表选项</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 个已隐藏</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>搜索列</translation>
    </message>
    <message>
        <source>%1: %2…</source>
        <translation>%1：%2…</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no column</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>X 轴</translation>
    </message>
    <message>
        <source>Y axis</source>
        <translation>Y 轴</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Colours of the runs</source>
        <translation>运行的颜色</translation>
    </message>
    <message>
        <source>Groups of the table</source>
        <translation>表格的分组</translation>
    </message>
    <message>
        <source>Column: %1…</source>
        <translation>列：%1…</translation>
    </message>
    <message>
        <source>Column…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>对数颜色</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>A bar for each run</source>
        <translation>每个运行一个条形</translation>
    </message>
    <message>
        <source>All runs together</source>
        <translation>所有运行合在一起</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>帕累托前沿</translation>
    </message>
    <message>
        <source>Show the Pareto front</source>
        <translation>显示帕累托前沿</translation>
    </message>
    <message>
        <source>%1: as its name says</source>
        <translation>%1：按其名称判断</translation>
    </message>
    <message>
        <source>%1: lower is better</source>
        <translation>%1：越低越好</translation>
    </message>
    <message>
        <source>%1: higher is better</source>
        <translation>%1：越高越好</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Add an axis…</source>
        <translation>添加坐标轴…</translation>
    </message>
    <message>
        <source>Add an axis</source>
        <translation>添加坐标轴</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Mark a range…</source>
        <translation>刷选范围…</translation>
    </message>
    <message>
        <source>Take its marks away</source>
        <translation>取消此轴的刷选</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove this axis</source>
        <translation>移除此轴</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>对数 x 轴</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>对数 y 轴</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>对数值</translation>
    </message>
    <message>
        <source>In the order of values</source>
        <translation>按值排序</translation>
    </message>
    <message>
        <source>Whiskers of groups</source>
        <translation>分组的误差线</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>95 % confidence of the mean</source>
        <translation>均值的 95 % 置信区间</translation>
    </message>
    <message>
        <source>Violins</source>
        <translation>小提琴图</translation>
    </message>
    <message>
        <source>A dot for each run</source>
        <translation>每个运行一个点</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>分箱</translation>
    </message>
    <message>
        <source>As suits the values</source>
        <translation>按值自动选择</translation>
    </message>
    <message>
        <source>Correlation of ranks (Spearman)</source>
        <translation>秩相关（Spearman）</translation>
    </message>
    <message>
        <source>Contours instead of cells</source>
        <translation>用等高线代替单元格</translation>
    </message>
    <message>
        <source>Value of a cell</source>
        <translation>单元格的值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>运行数</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show as table…</source>
        <translation>以表格显示…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove chart</source>
        <translation>移除图表</translation>
    </message>
    <message>
        <source>the chart is not drawn yet</source>
        <translation>图表尚未绘制</translation>
    </message>
</context>
<context>
    <name>podium::views::RunEditor</name>
    <message>
        <source>tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n tag(s)</source>
        <translation>
            <numerusform>删除 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>name of a run</source>
        <translation>运行的名称</translation>
    </message>
    <message>
        <source>description of a run</source>
        <translation>运行的描述</translation>
    </message>
</context>
<context>
    <name>podium::views::RunTable</name>
    <message>
        <source>Dataset digest</source>
        <translation>数据集摘要</translation>
    </message>
    <message>
        <source>Dataset context</source>
        <translation>数据集上下文</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>运行 ID</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Experiment ID</source>
        <translation>实验 ID</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>last</source>
        <translation>末值</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首值</translation>
    </message>
    <message>
        <source>count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>System metrics</source>
        <translation>系统指标</translation>
    </message>
    <message>
        <source>Tags of MLflow</source>
        <translation>MLflow 的标签</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>metric · reduction</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序排序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序排序</translation>
    </message>
    <message>
        <source>Value shown</source>
        <translation>显示的值</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>隐藏列</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适应列宽</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>LaTeX table</source>
        <translation>LaTeX 表格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Run IDs</source>
        <translation>运行 ID</translation>
    </message>
    <message>
        <source>Python (mlflow.search_runs)</source>
        <translation>Python (mlflow.search_runs)</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>适应所有列宽</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Show or hide in charts</source>
        <translation>在图表中显示或隐藏</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Gone from its store; what is shown was kept here.</source>
        <translation>已不在其存储中；显示的是此处保留的内容。</translation>
    </message>
    <message>
        <source>Deleted in its store.</source>
        <translation>已在其存储中删除。</translation>
    </message>
    <message>
        <source>Does not match the filter; runs below it do.</source>
        <translation>本身不符合筛选条件，但其下级运行符合。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>mean of last</source>
        <translation>最后若干点均值</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>在步</translation>
    </message>
    <message>
        <source>at best of</source>
        <translation>最佳时</translation>
    </message>
    <message>
        <source>time to</source>
        <translation>达到用时</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>mean of last %1</source>
        <comment>points</comment>
        <translation>最后 %1 点均值</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>在步 %1</translation>
    </message>
    <message>
        <source>at best %1</source>
        <comment>metric</comment>
        <translation>%1 最佳时</translation>
    </message>
    <message>
        <source>time to %1</source>
        <comment>threshold</comment>
        <translation>达到 %1 用时</translation>
    </message>
    <message>
        <source>slope of last %1</source>
        <comment>points</comment>
        <translation>最后 %1 点斜率</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>（无 %1）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Mean ± standard deviation</source>
        <translation>均值 ± 标准差</translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation>均值 ± 标准误</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>%1 of %2 runs have a value</source>
        <translation>%2 个运行中的 %1 个有值</translation>
    </message>
    <message>
        <source>%1 × NaN, left out</source>
        <translation>%1 × NaN，已略去</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>mean: 0.5</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>&amp;Params</source>
        <translation>参数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Attributes</source>
        <translation>属性(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Datasets</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>By a &amp;formula…</source>
        <translation>按公式(&amp;F)…</translation>
    </message>
    <message>
        <source>How many of the last points?</source>
        <translation>最后多少个点？</translation>
    </message>
    <message>
        <source>At which step?</source>
        <translation>在哪一步？</translation>
    </message>
    <message>
        <source>At the best of which metric?</source>
        <translation>在哪个指标最佳时？</translation>
    </message>
    <message>
        <source>Which value is to be reached?</source>
        <translation>要达到什么值？</translation>
    </message>
    <message>
        <source>mean of last…</source>
        <translation>最后若干点均值…</translation>
    </message>
    <message>
        <source>slope of last…</source>
        <translation>最后若干点斜率…</translation>
    </message>
    <message>
        <source>at step…</source>
        <translation>在步…</translation>
    </message>
    <message>
        <source>at best of…</source>
        <translation>最佳时…</translation>
    </message>
    <message>
        <source>time to…</source>
        <translation>达到用时…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>2 digits</source>
        <translation>2 位</translation>
    </message>
    <message>
        <source>4 digits</source>
        <translation>4 位</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 位</translation>
    </message>
    <message>
        <source>Scientific</source>
        <translation>科学计数</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>format of a column</source>
        <translation>列的格式</translation>
    </message>
    <message>
        <source>In groups show</source>
        <translation>分组中显示</translation>
    </message>
    <message>
        <source>numbers of groups</source>
        <translation>分组的数值</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>更好的是</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>更高</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>As the name tells: %1</source>
        <translation>按名称：%1</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>更高</translation>
    </message>
    <message>
        <source>Other names of this metric…</source>
        <translation>此指标的其他名称…</translation>
    </message>
    <message>
        <source>Let it scroll</source>
        <translation>随表滚动</translation>
    </message>
    <message>
        <source>Keep in sight</source>
        <translation>保持可见</translation>
    </message>
    <message>
        <source>columns kept in sight</source>
        <translation>保持可见的列</translation>
    </message>
    <message>
        <source>Group by this</source>
        <translation>按此分组</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Edit formula…</source>
        <translation>编辑公式…</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Add formula…</source>
        <translation>添加公式…</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>In several sources: %1</source>
        <translation>在多个来源中：%1</translation>
    </message>
    <message>
        <source>By &amp;itself</source>
        <translation>自动(&amp;I)</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Column menu</source>
        <translation>列菜单</translation>
    </message>
    <message>
        <source>Run menu</source>
        <translation>运行菜单</translation>
    </message>
    <message>
        <source>kept offline</source>
        <translation>离线保存</translation>
    </message>
    <message>
        <source>Kept offline: each sync brings it here, and it is there without a network.</source>
        <translation>离线保存：每次同步都会取到这里，没有网络时也可使用。</translation>
    </message>
</context>
<context>
    <name>podium::views::RunsPage</name>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Loading runs</source>
        <translation>正在加载运行</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>选择一个实验</translation>
    </message>
    <message>
        <source>Its runs are shown here. Several experiments can be chosen together with Ctrl or Shift.</source>
        <translation>其运行会显示在此处。按住 Ctrl 或 Shift 可同时选择多个实验。</translation>
    </message>
    <message>
        <source>No runs match</source>
        <translation>没有匹配的运行</translation>
    </message>
    <message>
        <source>The filter leaves out every run of this experiment.</source>
        <translation>筛选条件排除了此实验的所有运行。</translation>
    </message>
    <message>
        <source>No runs here</source>
        <translation>此处没有运行</translation>
    </message>
    <message>
        <source>This experiment has no runs yet. New ones appear by themselves.</source>
        <translation>此实验还没有运行。新的运行会自动出现。</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组依据</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>podium::views::SearchField</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter of runs</source>
        <translation>运行筛选</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>清除筛选 (Esc)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>podium::views::ServerRunsBar</name>
    <message>
        <source>The server has more runs than are kept here (%1).</source>
        <translation>服务器上的运行多于这里保存的（%1）。</translation>
    </message>
    <message>
        <source>Filter or sort to ask the server.</source>
        <translation>筛选或排序即可询问服务器。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器……</translation>
    </message>
    <message>
        <source>Showing the server&apos;s answer to this filter: the first %1, and what is kept here.</source>
        <translation>显示服务器对此筛选的应答：前 %1 个，以及这里保存的内容。</translation>
    </message>
    <message>
        <source>Showing the server&apos;s answer to this filter: %1.</source>
        <translation>显示服务器对此筛选的应答：%1。</translation>
    </message>
    <message>
        <source>This filter can only be applied to the runs kept here: MLflow has no words for it.</source>
        <translation>此筛选只能用于这里保存的运行：MLflow 无法表达它。</translation>
    </message>
    <message>
        <source>It is not asked now: only the runs kept here are shown.</source>
        <translation>现在不询问服务器：只显示这里保存的运行。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
</context>
<context>
    <name>podium::views::SettingsDialog</name>
    <message>
        <source>&amp;Open at the next start what is open now</source>
        <translation>下次启动时打开当前已打开的内容(&amp;O)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
    <message>
        <source>Threads that read a store</source>
        <translation>读取存储的线程数</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Open at the next start what is open now</source>
        <translation>下次启动时打开当前已打开的内容</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reading threads</source>
        <translation>读取线程数(&amp;R)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your name in reviews</source>
        <translation>评审中的姓名</translation>
    </message>
    <message>
        <source>The machine&apos;s user</source>
        <translation>本机用户</translation>
    </message>
    <message>
        <source>&amp;Name in reviews</source>
        <translation>评审中的姓名(&amp;N)</translation>
    </message>
</context>
<context>
    <name>podium::views::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>podium::views::SourceCard</name>
    <message>
        <source>synced %1</source>
        <translation>同步于 %1</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>从未同步</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>同步进度</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not checked.</source>
        <translation>不检查服务器的证书。</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>转为离线</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>转为在线</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
</context>
<context>
    <name>podium::views::SourceDelegate</name>
    <message>
        <source>kept offline · %1</source>
        <translation>离线保存 · %1</translation>
    </message>
</context>
<context>
    <name>podium::views::Sources</name>
    <message>
        <source>opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>MLflow folder</source>
        <translation>MLflow 文件夹</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>login needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>Taken offline: nothing is asked of it. What is kept here is shown.</source>
        <translation>已设为离线：不发出请求。显示这里保存的内容。</translation>
    </message>
    <message>
        <source>It is tried again by itself in %1.</source>
        <translation>将在 %1 后自动重试。</translation>
    </message>
    <message>
        <source>It is being tried again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>MLflow server</source>
        <translation>MLflow 服务器</translation>
    </message>
    <message>
        <source>Databricks</source>
        <translation>Databricks</translation>
    </message>
    <message>
        <source>MLflow database</source>
        <translation>MLflow 数据库</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>检查于 %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>It is watched: changes come by themselves.</source>
        <translation>正在监视：更改会自动出现。</translation>
    </message>
    <message>
        <source>Read last at %1. It is not watched: sync it to see what has changed.</source>
        <translation>上次读取：%1。未被监视：同步后才能看到更改。</translation>
    </message>
</context>
<context>
    <name>podium::views::SourcesPage</name>
    <message>
        <source>No source is open</source>
        <translation>没有打开的来源</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Open a folder with MLflow runs or connect to a server, or drop either on the window.</source>
        <translation>打开含有 MLflow 运行的文件夹或连接服务器，也可将其拖到窗口上。</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>连接服务器…</translation>
    </message>
</context>
<context>
    <name>podium::views::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>搜索实验</translation>
    </message>
    <message>
        <source>Sources and experiments</source>
        <translation>来源和实验</translation>
    </message>
    <message>
        <source>Gone from its store; what is shown was kept here.</source>
        <translation>已不在其存储中；显示的是此处保留的内容。</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy experiment ID</source>
        <translation>复制实验 ID</translation>
    </message>
    <message>
        <source>Cancel sync</source>
        <translation>取消同步</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>全部重新读取</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Close source</source>
        <translation>关闭来源</translation>
    </message>
    <message>
        <source>Keep offline…</source>
        <translation>离线保存…</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>转为在线</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>转为离线</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>podium::views::StartPage</name>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Recent sources</source>
        <translation>最近的来源</translation>
    </message>
    <message>
        <source>Or drop a folder, a database or a server&apos;s address anywhere on this window.</source>
        <translation>或将文件夹、数据库或服务器地址拖到此窗口的任意位置。</translation>
    </message>
    <message>
        <source>Open what MLflow writes to, a folder (often called mlruns), a database or a tracking server, and compare its runs. Nothing in it is changed.</source>
        <translation>打开 MLflow 写入的位置：文件夹（常名为 mlruns）、数据库或跟踪服务器，并比较其中的运行。其中的内容不会被更改。</translation>
    </message>
</context>
<context>
    <name>podium::views::StatusArea</name>
    <message>
        <source>Show what was changed here and has not arrived in its store</source>
        <translation>显示在此处更改但尚未到达其存储的内容</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
</context>
<context>
    <name>podium::views::TableModel</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>podium::views::TablePreview</name>
    <message>
        <source>Table of the file</source>
        <translation>文件的表格</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>%1 的表格</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 行 × %2 列</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已读取 %1</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown; the source has all.</source>
        <translation>仅显示前 %1 行；全部内容见源文本。</translation>
    </message>
    <message>
        <source>Only the beginning of this big file is shown.</source>
        <translation>仅显示此大文件的开头部分。</translation>
    </message>
    <message>
        <source>A table of this size is shown in the order of the file.</source>
        <translation>这种大小的表格按文件中的顺序显示。</translation>
    </message>
</context>
<context>
    <name>podium::views::TagDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>A key has at most %1 characters.</source>
        <translation>键最多 %1 个字符。</translation>
    </message>
    <message>
        <source>MLflow takes letters, digits, blanks and _ - . : / in a key, nothing else.</source>
        <translation>MLflow 的键只接受字母、数字、空格和 _ - . : /。</translation>
    </message>
    <message>
        <source>Parts between slashes can&apos;t be empty, “.” or “..”; a key neither starts nor ends with a slash.</source>
        <translation>斜杠之间的部分不能为空，也不能是“.”或“..”；键不能以斜杠开头或结尾。</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message numerus="yes">
        <source>The tag goes to %n run(s) of the %1 selected.</source>
        <translation>
            <numerusform>标签将添加到所选 %1 个运行中的 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag goes to all %n run(s) selected.</source>
        <translation>
            <numerusform>标签将添加到所选的全部 %n 个运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tag goes to the run “%1”.</source>
        <translation>标签将添加到运行“%1”。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>such as team</source>
        <translation>例如 team</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>值(&amp;V)</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>MLflow cuts a value off after %1 characters.</source>
        <translation>MLflow 会截去值中第 %1 个字符之后的内容。</translation>
    </message>
    <message>
        <source>MLflow itself writes and reads this tag: another value may confuse it.</source>
        <translation>MLflow 自身会写入和读取此标签：其他值可能使其混乱。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the run(s) has this tag already; its value is replaced.</source>
        <translation>
            <numerusform>其中 %n 个运行已有此标签；其值将被替换。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is such a tag already; its value is replaced.</source>
        <translation>已有此标签；其值将被替换。</translation>
    </message>
</context>
<context>
    <name>podium::views::TaskHistory</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
</context>
<context>
    <name>podium::views::TasksWidget</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs that run and have run</source>
        <translation>正在运行和已运行过的任务</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time until a job ends</comment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>podium::views::TextDiffView</name>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Texts side by side</source>
        <translation>并排文本</translation>
    </message>
</context>
<context>
    <name>podium::views::TextPreview</name>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Search in this file</source>
        <translation>在此文件中搜索</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
    <message>
        <source>%1 lines so far</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message>
        <source>first %1 lines</source>
        <translation>前 %1 行</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
</context>
<context>
    <name>podium::views::TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>文件的文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
</context>
<context>
    <name>podium::views::ThreadView</name>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who, did what</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>podium::views::Ticks</name>
    <message>
        <source>d MMM</source>
        <comment>a date on an axis, without year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month on an axis</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 分钟</translation>
    </message>
    <message>
        <source>%1:%2:%3 h</source>
        <translation>%1:%2:%3 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 小时</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>podium::views::ToolRow</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>View %1, changed</source>
        <translation>视图 %1，已更改</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>视图 %1</translation>
    </message>
    <message>
        <source>%1 – changed since it was saved</source>
        <translation>%1 – 保存后已更改</translation>
    </message>
</context>
<context>
    <name>podium::views::TreePreview</name>
    <message>
        <source>The document is empty.</source>
        <translation>文档为空。</translation>
    </message>
    <message>
        <source>The document is an empty object.</source>
        <translation>文档是空对象。</translation>
    </message>
    <message>
        <source>The document is an empty list.</source>
        <translation>文档是空列表。</translation>
    </message>
    <message>
        <source>Only the first %1 values are shown; the source has all.</source>
        <translation>仅显示前 %1 个值；全部内容见源文本。</translation>
    </message>
    <message>
        <source>What is nested too deep is left out; the source has all.</source>
        <translation>嵌套过深的内容已略过；全部内容见源文本。</translation>
    </message>
    <message>
        <source>Only the beginning of this big file is shown as a tree.</source>
        <translation>仅将此大文件的开头部分显示为树。</translation>
    </message>
    <message>
        <source>Broken at line %1, column %2: expected %3. What stands before is shown.</source>
        <translation>第 %1 行第 %2 列出错：此处应为 %3。显示的是出错处之前的内容。</translation>
    </message>
    <message>
        <source>Values of the file</source>
        <translation>文件的值</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制键</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>展开下级</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>podium::views::TrendLine</name>
    <message>
        <source>%1 over versions: %2</source>
        <translation>%1 随版本的变化：%2</translation>
    </message>
</context>
<context>
    <name>podium::views::ValueModel</name>
    <message>
        <source>1 entry</source>
        <translation>1 个条目</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 个条目</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 项</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 项</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>布尔值</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>podium::views::VersionPage</name>
    <message>
        <source>About the version</source>
        <translation>关于此版本</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>没有描述</translation>
    </message>
    <message>
        <source>What this version is has not been written down.</source>
        <translation>尚未写明此版本是什么。</translation>
    </message>
    <message>
        <source>What this version is, in Markdown</source>
        <translation>此版本的说明，使用 Markdown</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>依赖项</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>What this model is has not been written down.</source>
        <translation>尚未写明此模型是什么。</translation>
    </message>
    <message>
        <source>What this model is, in Markdown</source>
        <translation>此模型的说明，使用 Markdown</translation>
    </message>
    <message>
        <source>Tags of the model</source>
        <translation>模型的标签</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>podium::views::VersionTable</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Source run</source>
        <translation>来源运行</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>podium::views::ViewNameDialog</name>
    <message>
        <source>Name of the view</source>
        <translation>视图的名称</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
</context>
<context>
    <name>podium::views::ViewWords</name>
    <message>
        <source>It was made by a newer Podium (format %1).</source>
        <translation>它由更新版本的 Podium 创建（格式 %1）。</translation>
    </message>
    <message>
        <source>“%1” is not known here and was left out.</source>
        <translation>“%1”在此未知，已略过。</translation>
    </message>
    <message>
        <source>“%1” has a value that can&apos;t be used; it was left out.</source>
        <translation>“%1”的值无法使用；已略过。</translation>
    </message>
    <message>
        <source>There is more in it that is not known here.</source>
        <translation>其中还有更多在此未知的内容。</translation>
    </message>
    <message>
        <source>“%1” has more entries than can be used; the rest was left out.</source>
        <translation>“%1”的条目多于可用的数量；其余已略过。</translation>
    </message>
    <message>
        <source>%1 is no column that is known here; it was left out.</source>
        <translation>%1 不是此处已知的列；已略过。</translation>
    </message>
    <message>
        <source>The formula “%1” was refused: %2</source>
        <translation>公式“%1”被拒绝：%2</translation>
    </message>
    <message>
        <source>The filter “%1” was refused: %2</source>
        <translation>筛选条件“%1”被拒绝：%2</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 up to which views are read. It is probably another kind of file.</source>
        <translation>%1 超过了读取视图的上限 %2。它可能是其他类型的文件。</translation>
    </message>
    <message>
        <source>%1 has brackets more than %2 levels deep, which no view has. It is probably another kind of file.</source>
        <translation>%1 中的括号嵌套超过 %2 层，视图不会如此。它可能是其他类型的文件。</translation>
    </message>
    <message>
        <source>%1 is no valid JSON: line %2 can&apos;t be read. Export the view again, or mend the line.</source>
        <translation>%1 不是有效的 JSON：第 %2 行无法读取。请重新导出视图，或修正该行。</translation>
    </message>
    <message>
        <source>%1 is JSON, but no view of Podium. Views are the files that Export View writes.</source>
        <translation>%1 是 JSON，但不是 Podium 的视图。视图是“导出视图”写出的文件。</translation>
    </message>
    <message>
        <source>There is more of this kind.</source>
        <translation>此类问题还有更多。</translation>
    </message>
</context>
<context>
    <name>podium::views::WeightReport</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation>1 个张量</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 个张量</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
    <message>
        <source>Not everything could be read: %1. What could is shown.</source>
        <translation>未能全部读取：%1。已显示能读取的部分。</translation>
    </message>
    <message>
        <source>Only the first %1 tensors are shown.</source>
        <translation>仅显示前 %1 个张量。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>protocol %1</source>
        <translation>协议 %1</translation>
    </message>
    <message>
        <source>Loading this file would use %1: it can run programs or reach your files. It was not loaded; load it only if you trust who made it.</source>
        <translation>加载此文件会用到 %1：它可以运行程序或访问您的文件。文件未加载；仅在信任其制作者时才加载。</translation>
    </message>
    <message>
        <source>A pickle can run any code when it is loaded. It was not loaded: this is what its instructions say.</source>
        <translation>pickle 在加载时可以运行任意代码。它未被加载：此处是其指令的内容。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Restored states</source>
        <translation>恢复的状态</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>读取至</translation>
    </message>
    <message>
        <source>byte %1 (%2)</source>
        <translation>字节 %1（%2）</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Module and name</source>
        <translation>模块和名称</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>操作码</translation>
    </message>
</context>
<context>
    <name>podium::views::WindowDialogs</name>
    <message>
        <source>Type the name of an action</source>
        <translation>输入操作的名称</translation>
    </message>
    <message>
        <source>No action has this name</source>
        <translation>没有此名称的操作</translation>
    </message>
    <message>
        <source>Go to a run, an experiment or a model</source>
        <translation>转到运行、实验或模型</translation>
    </message>
    <message>
        <source>Open the folder of an MLflow store</source>
        <translation>打开 MLflow 存储的文件夹</translation>
    </message>
    <message>
        <source>Open a database of MLflow</source>
        <translation>打开 MLflow 的数据库</translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3 *.db3)</source>
        <translation>SQLite 数据库 (*.db *.sqlite *.sqlite3 *.db3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
</TS>
