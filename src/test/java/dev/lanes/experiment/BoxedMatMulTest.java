package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoxedMatMulTest {
    @Test
    void aMatrixIsAListOfItsRows() {
        assertThat(BoxedLists.rows(new float[] {1, 2, 3, 4, 5, 6}, 3))
                .containsExactly(List.of(1f, 2f, 3f), List.of(4f, 5f, 6f));
    }

    @Test
    void theProductIsThatOfTheDefinition() {
        Float[] product = new Float[4];
        List<List<Float>> left = BoxedLists.rows(new float[] {1, 2, 3, 4, 5, 6}, 3);
        List<List<Float>> right = BoxedLists.rows(new float[] {7, 8, 9, 10, 11, 12}, 2);
        BoxedMatMul.byDotProducts(left, right, Arrays.asList(product));
        assertThat(product).containsExactly(58f, 64f, 139f, 154f);
    }
}
