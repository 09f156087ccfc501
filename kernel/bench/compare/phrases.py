"""The same things said in Java, Kotlin and Python."""

from __future__ import annotations

JAVA = {
    "print": 'for (int i = 0; i < {count}; i++) System.out.println("line " + i);',
    "stderr": 'System.err.println("careful");',
    "throw": "int a = 1;\nint b = 0;\nint c = a / b;",
    "wrong": "int fine = 1;\nint broken = undefinedName + 1;",
    "input": "new java.util.Scanner(System.in).nextLine()",
    "incomplete": "for (int i = 0; i < 3; i++) {",
    "text": 'String text = "hello";',
    "complete": ("text.le", "length"),
    "emoji": ('"😀" + text.le', "length"),
    "document": ("text.repeat(2)", "repeat", ("concatenation", "repeated")),
    "sleep": "Thread.sleep(6000);",
    "list": "java.util.List.of(1, 2, 3)",
    "record": "record Point(int x, int y) {}\nnew Point(1, 2)",
    "image": "new java.awt.image.BufferedImage(20, 10, java.awt.image.BufferedImage.TYPE_INT_RGB)",
    "set": "int kept = 41;",
    "get": "kept + 1",
    "loop": "while (true) {}",
    "library_loop": "new java.util.Random(1).ints().max();",
    "exit": "System.exit(3);",
    "full": "java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) all.add(new long[10_000_000]);",
}
KOTLIN = {
    "print": 'for (i in 0 until {count}) println("line " + i)',
    "stderr": 'System.err.println("careful")',
    "throw": "val a = 1\nval b = 0\nval c = a / b",
    "wrong": "val fine = 1\nval broken = undefinedName + 1",
    "input": "readLine()",
    "incomplete": "for (i in 0 until 3) {",
    "text": 'val text = "hello"',
    "complete": ("text.le", "length"),
    "emoji": ('"😀" + text.le', "length"),
    "document": ("text.repeat(2)", "repeat", ("repeated", "Returns")),
    "sleep": "Thread.sleep(6000)",
    "list": "listOf(1, 2, 3)",
    "record": "data class Point(val x: Int, val y: Int)\nPoint(1, 2)",
    "image": "java.awt.image.BufferedImage(20, 10, java.awt.image.BufferedImage.TYPE_INT_RGB)",
    "set": "val kept = 41",
    "get": "kept + 1",
    "loop": "while (true) {}",
    "library_loop": "java.util.Random(1).ints().max()",
    "exit": "System.exit(3)",
    "full": "val all = ArrayList<LongArray>(); while (true) all.add(LongArray(10_000_000))",
}
PYTHON = {
    "print": 'for i in range({count}): print("line", i)',
    "stderr": 'import sys; print("careful", file=sys.stderr)',
    "throw": "a = 1\nb = 0\nc = a // b",
    "wrong": "fine = 1\nbroken = = 1",
    "input": "input()",
    "incomplete": "for i in range(3):",
    "text": 'text = "hello"',
    "complete": ("text.ljus", "ljust"),
    "emoji": ('"😀" + text.ljus', "ljust"),
    "document": ("text.ljust(2)", "ljust", ("justified", "Return")),
    "sleep": "import time; time.sleep(6)",
    "list": "[1, 2, 3]",
    "record": "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n    y: int\nPoint(1, 2)",
    "image": "",
    "set": "kept = 41",
    "get": "kept + 1",
    "loop": "while True: pass",
    "library_loop": "import itertools; sum(itertools.count())",
    "exit": "import os; os._exit(3)",
    "full": "",
}
ALL = {"java": JAVA, "kotlin": KOTLIN, "python": PYTHON}

# by kernel, for what is the kernel's own and not the language's; tried in order until one shows what is asked for
UPDATE = {
    "ipykernel": ['from IPython.display import display\nshown = display("old", display_id=True)\nshown.update("new")'],
    "kotlin": ['DISPLAY("old", "place")\nUPDATE_DISPLAY("new", "place")'],
    "jjava": ['String id = display("old"); updateDisplay(id, "new");'],
    "rapaio": ['String id = display("old"); updateDisplay(id, "new");', 'var id = Global.display("old"); Global.updateDisplay(id, "new");'],
    "jotter": ['String id = display("old"); updateDisplay(id, "new");'],
}
PROGRESS = {"jotter": ["for (int i : progress(10)) {}"]}
SLIDER = {
    "ipykernel": ["import ipywidgets\nipywidgets.IntSlider()"],
    "kotlin": ["%use widgets\nintSliderWidget()", "%use widgets\nIntSliderWidget()"],
    "jotter": ["new io.jotter.api.widgets.IntSlider()", "slider(0, 10)", "new IntSlider(0, 10)"],
}
LIBRARY = {
    "kotlin": ['@file:DependsOn("org.apache.commons:commons-math3:3.6.1")'],
    "jjava": ["%maven org.apache.commons:commons-math3:3.6.1"],
    "rapaio": ["%dependency /add org.apache.commons:commons-math3:3.6.1\n%dependency /resolve"],
    "jotter": ["%maven org.apache.commons:commons-math3:3.6.1"],
    "ipykernel": ["%pip install -q --target . toolz"],
}
USE_OF_LIBRARY = {
    "java": ("org.apache.commons.math3.util.ArithmeticUtils.gcd(12, 18)", "6"),
    "kotlin": ("org.apache.commons.math3.util.ArithmeticUtils.gcd(12, 18)", "6"),
    "python": ("import sys; sys.path.insert(0, '.'); import toolz; toolz.first([6])", "6"),
}
