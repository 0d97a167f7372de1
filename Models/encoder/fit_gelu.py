"""Fits the polynomial of `gelu` in Sources/CEarshotEncoder/steps.h and prints its figures and error (numpy).

gelu(x) = x (1/2 + x P(t)), t = 2 x² / 25 − 1, |x| held to 5; P of degree 12, least squares at 4,000 Chebyshev points.
"""
import math

import numpy as np
from numpy.polynomial import chebyshev

LIMIT, DEGREE, F = 5.0, 12, np.float32


def main():
    t = np.cos(np.pi * (np.arange(4000) + 0.5) / 4000)
    square = (t + 1) * LIMIT * LIMIT / 2
    x = np.sqrt(square)
    aim = np.array([math.erf(v / math.sqrt(2)) / 2 / v for v in x])
    fit = chebyshev.cheb2poly(chebyshev.chebfit(t, aim, DEGREE, w=np.maximum(square, 0.3))).astype(F)
    print(",\n".join(f"{v:.9g}f" for v in fit))
    x = np.linspace(-8, 8, 400001).astype(F)
    held = np.clip(x, F(-LIMIT), F(LIMIT))
    t = held * held * F(2 / (LIMIT * LIMIT)) - F(1)
    value = np.full_like(t, fit[-1])
    for figure in fit[-2::-1]:
        value = value * t + figure
    exact = np.array([v * (0.5 + 0.5 * math.erf(v / math.sqrt(2))) for v in x.astype(float)])
    print("largest error up to 8:", np.abs(x * (F(0.5) + held * value) - exact).max())


if __name__ == "__main__":
    main()
