package io.jotter.worker;

import java.util.Set;

/**
 * One run of a cell, as the worker's threads carry it: a thread works for the cell that started it.
 *
 * @param name by which the front knows it
 * @param earlierThreads those that were alive before it began, which a stop of this cell leaves alone unless they run its
 *     code
 * @param classes the names of the classes that it was compiled to; more come while it runs
 */
record Cell(String name, Set<Thread> earlierThreads, Set<String> classes) {}
