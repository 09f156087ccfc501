"""Notebook 08's program in Keras, as its users write it: the digits' folder is the argument; prints the share of the test digits read rightly."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import keras
import numpy
import tensorflow

THREADS = 1

tensorflow.config.threading.set_intra_op_parallelism_threads(THREADS)
tensorflow.config.threading.set_inter_op_parallelism_threads(THREADS)


def idx(name: str, header: int) -> numpy.ndarray:
    with gzip.open(Path(sys.argv[1]) / f"{name}-ubyte.gz") as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=header)


x_train = idx("train-images-idx3", 16).reshape(-1, 784).astype("float32") / 255
x_test = idx("t10k-images-idx3", 16).reshape(-1, 784).astype("float32") / 255
y_train = idx("train-labels-idx1", 8)
y_test = idx("t10k-labels-idx1", 8)

keras.utils.set_random_seed(42)
model = keras.Sequential(
    [
        keras.Input((784,)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=5, batch_size=32)
loss, accuracy = model.evaluate(x_test, y_test)
print("accuracy", accuracy)
