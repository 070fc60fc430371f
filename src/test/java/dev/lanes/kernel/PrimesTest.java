package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimesTest {
    @ParameterizedTest
    @CsvSource({
        // The prime-counting function at powers of ten (OEIS A006880).
        "0, 11, 4", "0, 101, 25", "0, 1001, 168", "0, 10001, 1229", "0, 100001, 9592",
        "2, 3, 1", "3, 4, 1", "4, 5, 0", "9, 10, 0", "25, 26, 0", "7, 7, 0", "8, 7, 0"
    })
    void countsFromTheFirstToTheOneBeforeTheLast(int from, int to, int primes) {
        assertThat(Primes.count(from, to)).isEqualTo(primes);
    }

    @Test
    void partsOfARangeAddUpToTheWhole() {
        int whole = Primes.count(1_000_000, 1_003_000);
        assertThat(Primes.count(1_000_000, 1_000_017) + Primes.count(1_000_017, 1_003_000)).isEqualTo(whole);
    }

    @Test
    void theLastPrimeButOneBelowTwoToThe31IsFound() {
        int prime = 2_147_483_629;
        assertThat(Primes.count(prime, prime + 1)).isEqualTo(1);
        assertThat(Primes.count(prime + 1, Integer.MAX_VALUE)).isZero();
    }
}
