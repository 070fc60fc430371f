package dev.lanes.kernel;

/// Primes found by trial division: work that keeps a core busy and asks nothing of
/// memory. It has no twin, for vector units cannot divide whole numbers.
public final class Primes {
    private Primes() {}

    /// How many of the numbers from `from` (included) to `to` (excluded) are prime.
    public static int count(int from, int to) {
        int primes = 0;
        for (int number = from; number < to; number++) {
            if (isPrime(number)) {
                primes++;
            }
        }
        return primes;
    }

    private static boolean isPrime(int number) {
        if (number < 4) {
            return number > 1;
        }
        if (number % 2 == 0) {
            return false;
        }
        for (long divisor = 3; divisor * divisor <= number; divisor += 2) {
            if (number % (int) divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
