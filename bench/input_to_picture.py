#!/usr/bin/env python3
"""How long the viewer takes from an input to the picture on the screen: sends keys, wheel and mouse through XTest and looks
at a part of the screen until it changes; of another scene in a talk, one pixel is enough (WIDTH and HEIGHT 1).
usage: input_to_picture.py X Y WIDTH HEIGHT INPUT... with DISPLAY set and the window open and at rest.
INPUT: a key (Left, plus, space), wheel+ or wheel-, click, or move:X,Y. Prints milliseconds for each, median and most.
With VIEWER=process id also the processor time that all threads of the viewer took meanwhile: on a busy machine that is what
the program itself needs."""
import ctypes
import glob
import os
import statistics
import sys
import time

x11 = ctypes.CDLL('libX11.so.6')
xtst = ctypes.CDLL('libXtst.so.6')
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                          ctypes.c_ulong, ctypes.c_int]
x11.XDestroyImage.argtypes = [ctypes.c_void_p]
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XFlush.argtypes = [ctypes.c_void_p]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
xtst.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]

ALL_PLANES = 0xffffffff
Z_PIXMAP = 2
DATA = 16            # places of XImage's data and bytes_per_line
BYTES_PER_LINE = 44

display = x11.XOpenDisplay(None)
root = x11.XDefaultRootWindow(display)


def picture(x, y, width, height):
    image = x11.XGetImage(display, root, x, y, width, height, ALL_PLANES, Z_PIXMAP)
    data = ctypes.c_void_p.from_address(image + DATA).value
    line = ctypes.c_int.from_address(image + BYTES_PER_LINE).value
    seen = ctypes.string_at(data, line * height)
    x11.XDestroyImage(image)
    return seen


def button(number):
    xtst.XTestFakeButtonEvent(display, number, 1, 0)
    xtst.XTestFakeButtonEvent(display, number, 0, 0)


def send(what):
    if what.startswith('move:'):
        x, y = map(int, what[5:].split(','))
        xtst.XTestFakeMotionEvent(display, -1, x, y, 0)
    elif what in ('click', 'wheel+', 'wheel-'):
        button({'click': 1, 'wheel+': 4, 'wheel-': 5}[what])
    else:
        code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(what.encode()))
        xtst.XTestFakeKeyEvent(display, code, 1, 0)
        xtst.XTestFakeKeyEvent(display, code, 0, 0)
    x11.XFlush(display)


def processor_time():
    """Milliseconds of all threads of the viewer so far; 0 where no viewer is named."""
    total = 0
    for file in glob.glob(f"/proc/{os.environ.get('VIEWER', 'none')}/task/*/schedstat"):
        with open(file, encoding='ascii') as stat:
            total += int(stat.read().split()[0])
    return total / 1e6


def change(part, what):
    before = picture(*part)
    start = time.perf_counter()
    worked = processor_time()
    send(what)
    while picture(*part) == before:
        if time.perf_counter() - start > 3:
            return None
    return 1000 * (time.perf_counter() - start), processor_time() - worked


part = tuple(map(int, sys.argv[1:5]))
times = []
for what in sys.argv[5:]:
    taken = change(part, what)
    print(what, 'no change' if taken is None else f'{taken[0]:.1f} ms, processor {taken[1]:.1f} ms')
    if taken is not None:
        times.append(taken)
    time.sleep(1.5)  # what is made ahead of the next input is not part of it
for name, values in zip(('elapsed', 'processor'), zip(*times)):
    print(f'{name}: median {statistics.median(values):.1f} ms, most {max(values):.1f} ms')
