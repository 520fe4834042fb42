#!/usr/bin/env python3
"""How long a scene takes from the key to the screen: sends keys through XTest and looks at one pixel until it changes.
usage: scene_change.py X Y KEY... with DISPLAY set and the talk running; prints milliseconds for each key."""
import ctypes
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
x11.XGetPixel.restype = ctypes.c_ulong
x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
x11.XDestroyImage.argtypes = [ctypes.c_void_p]
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XFlush.argtypes = [ctypes.c_void_p]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]

display = x11.XOpenDisplay(None)
root = x11.XDefaultRootWindow(display)


def pixel(x, y):
    image = x11.XGetImage(display, root, x, y, 1, 1, 0xffffffff, 2)
    value = x11.XGetPixel(image, 0, 0) & 0xffffff
    x11.XDestroyImage(image)
    return value


def change(x, y, key):
    code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(key.encode()))
    before = pixel(x, y)
    start = time.perf_counter()
    xtst.XTestFakeKeyEvent(display, code, 1, 0)
    xtst.XTestFakeKeyEvent(display, code, 0, 0)
    x11.XFlush(display)
    while pixel(x, y) == before:
        if time.perf_counter() - start > 3:
            return None
    return 1000 * (time.perf_counter() - start)


x, y = int(sys.argv[1]), int(sys.argv[2])
times = []
for key in sys.argv[3:]:
    taken = change(x, y, key)
    print(key, 'no change' if taken is None else f'{taken:.1f} ms')
    if taken is not None:
        times.append(taken)
    time.sleep(1.5)
print(f'median {statistics.median(times):.1f} ms, most {max(times):.1f} ms')
