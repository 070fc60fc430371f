package dev.lanes.kernel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.BesideOthers;
import dev.lanes.kernel.Exact;
import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BesideOthers
class ResizeTest {
    interface Form {
        void resize(float[] source, SamplePoints rows, SamplePoints columns, float[] line, float[] target);
    }

    private static final List<Form> FORMS = List.of(Resize::bilinear, VectorResize::bilinear);

    record Shape(int channels, int height, int width, int newHeight, int newWidth) {}

    static Stream<Shape> shapes() {
        return Stream.concat(
                Numbers.sizes().filter(width -> width > 0).boxed().flatMap(width ->
                        Stream.of(new Shape(2, 3, width, 4, 37), new Shape(2, 4, 37, 3, width))),
                Stream.of(new Shape(1, 1, 1, 3, 5), new Shape(3, 7, 5, 7, 5), new Shape(3, 240, 320, 224, 224),
                        new Shape(1, 100, 3, 3, 100)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyNewPixelIsTheBlendOfTheFourAroundItsCentre(Shape shape) {
        float[] source = Numbers.signed(shape.channels * shape.height * shape.width, 1);
        float[] plain = resize(Resize::bilinear, source, shape);
        for (int channel = 0; channel < shape.channels; channel++) {
            for (int y = 0; y < shape.newHeight; y++) {
                for (int x = 0; x < shape.newWidth; x++) {
                    int at = (channel * shape.newHeight + y) * shape.newWidth + x;
                    double defined = defined(source, shape, channel, y, x);
                    // Words for each of many thousand pixels would take longer than the pixels.
                    if (!(Math.abs(plain[at] - defined) <= 1e-5)) {
                        assertThat((double) plain[at]).as("(%d, %d, %d)", channel, y, x)
                                .isCloseTo(defined, offset(1e-5));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theTwinsGiveTheSamePixelsToTheLastBit(Shape shape) {
        float[] source = Numbers.signed(shape.channels * shape.height * shape.width, 1);
        Exact.assertSame(resize(VectorResize::bilinear, source, shape), resize(Resize::bilinear, source, shape));
    }

    /// PyTorch prints these for `nn.Upsample(scale_factor=2, mode='bilinear')`.
    @Test
    void twoByTwoBecomesFourByFourAsInPyTorch() {
        float[] source = {1, 2, 3, 4};
        float[] expected = {
            1, 1.25f, 1.75f, 2,
            1.5f, 1.75f, 2.25f, 2.5f,
            2.5f, 2.75f, 3.25f, 3.5f,
            3, 3.25f, 3.75f, 4
        };
        for (Form form : FORMS) {
            assertThat(resize(form, source, new Shape(1, 2, 2, 4, 4))).containsExactly(expected, offset(1e-6f));
        }
    }

    /// Huawei's manual of `aclnnUpsampleBilinear2d` prints these for `alignCorners = False`.
    @Test
    void threeByThreeBecomesFiveByFiveAsInAscend() {
        float[] source = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        float[] expected = {
            1, 1.4f, 2, 2.6f, 3,
            2.2f, 2.6f, 3.2f, 3.8f, 4.2f,
            4, 4.4f, 5, 5.6f, 6,
            5.8f, 6.2f, 6.8f, 7.4f, 7.8f,
            7, 7.4f, 8, 8.6f, 9
        };
        for (Form form : FORMS) {
            assertThat(resize(form, source, new Shape(1, 3, 3, 5, 5))).containsExactly(expected, offset(1e-6f));
        }
    }

    @Test
    void aShrunkenLineSkipsWhatLiesBetweenItsPoints() {
        float[] source = {10, 20, 30, 40, 50, 60};
        for (Form form : FORMS) {
            assertThat(resize(form, source, new Shape(1, 1, 6, 1, 2))).containsExactly(20, 50);
        }
    }

    @Test
    void anImageOfTheSameSizeStaysAsItIs() {
        float[] source = Numbers.signed(3 * 9 * 21, 1);
        for (Form form : FORMS) {
            assertThat(resize(form, source, new Shape(3, 9, 21, 9, 21))).containsExactly(source);
        }
    }

    private static float[] resize(Form form, float[] source, Shape shape) {
        float[] line = new float[shape.width];
        float[] target = new float[shape.channels * shape.newHeight * shape.newWidth];
        Arrays.fill(line, Float.NaN);
        Arrays.fill(target, Float.NaN);
        form.resize(source, new SamplePoints(shape.height, shape.newHeight),
                new SamplePoints(shape.width, shape.newWidth), line, target);
        return target;
    }

    /// Every old pixel weighs as much as it is nearer than one pixel to the new one's centre, in both directions.
    private static double defined(float[] source, Shape shape, int channel, int y, int x) {
        double down = centre(y, shape.height, shape.newHeight);
        double along = centre(x, shape.width, shape.newWidth);
        double sum = 0;
        for (int row = 0; row < shape.height; row++) {
            double weightOfRow = Math.max(0, 1 - Math.abs(down - row));
            for (int column = 0; weightOfRow > 0 && column < shape.width; column++) {
                double weight = weightOfRow * Math.max(0, 1 - Math.abs(along - column));
                sum += weight * source[(channel * shape.height + row) * shape.width + column];
            }
        }
        return sum;
    }

    private static double centre(int at, int from, int to) {
        return Math.clamp((at + 0.5) * from / to - 0.5, 0, from - 1);
    }
}
