package dev.lanes.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
    private static final String PAGE = """
            <script type="importmap">
              {"imports": {}}
            </script>
            <script src="main.js"></script>
            """;

    @Test
    void everyLineEndIsHashedAsTheLineFeedThatABrowserMakesOfIt() {
        // printf '\n  {"imports": {}}\n' | openssl dgst -sha256 -binary | base64
        String hash = "sha256-pFEsPcv7ljCd04KxGPDV1BI1joHi4wL6EX606Bn7x5U=";

        assertThat(PagePolicy.hashesIn(PAGE)).containsExactly(hash);
        assertThat(PagePolicy.hashesIn(PAGE.replace("\n", "\r\n"))).containsExactly(hash);
        assertThat(PagePolicy.hashesIn(PAGE.replace('\n', '\r'))).containsExactly(hash);
    }
}
