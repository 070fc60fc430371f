package dev.lanes.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class KeptClassesTest {
    private static final String SUM = "dev/lanes/kernel/Sum.class";
    private static final String OTHER = "dev/lanes/experiment/Other$Inner.class";

    @TempDir
    Path folder;

    private KeptClasses kept;

    @BeforeEach
    void compile() throws IOException {
        write(SUM, "sum", 1);
        write(OTHER, "other", 1);
        kept = new KeptClasses(folder.resolve("classes"), folder.resolve("kept"));
        kept.begin();
    }

    @Test
    void nothingHasChangedAtFirst() {
        assertThat(kept.before()).isEmpty();
        assertThat(kept.files()).isEmpty();
    }

    @Test
    void whatHasChangedIsKeptAsItWas() throws IOException {
        String then = encoded(SUM);
        write(SUM, "sum", 2);
        kept.takeNote();

        assertThat(kept.before()).containsOnlyKeys(SUM).containsEntry(SUM, then);
        assertThat(kept.files()).containsExactly("dev/lanes/kernel/Sum.java");
        assertThat(kept.reshaped()).isEmpty();
    }

    @Test
    void theLastChangeCountsAndOneOfOtherCodeIsNone() throws IOException {
        write(SUM, "sum", 2);
        kept.takeNote();
        String second = encoded(OTHER);
        write(OTHER, "other", 2);
        kept.takeNote();
        kept.takeNote();

        assertThat(kept.before()).containsOnlyKeys(OTHER).containsEntry(OTHER, second);
        assertThat(kept.files()).containsExactly("dev/lanes/experiment/Other.java");
    }

    @Test
    void anotherShapeIsTold() throws IOException {
        write(SUM, "total", 1);
        kept.takeNote();

        assertThat(kept.reshaped()).singleElement().asString().contains("sum");
    }

    private String encoded(String path) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("classes").resolve(path)));
    }

    /// A class with one public method that returns a number.
    private void write(String path, String method, int number) throws IOException {
        Path file = folder.resolve("classes").resolve(path);
        Files.createDirectories(file.getParent());
        ClassDesc type = ClassDesc.ofInternalName(path.substring(0, path.length() - ".class".length()));
        Files.write(file, ClassFile.of().build(type, one -> one.withMethodBody(
                method, MethodTypeDesc.of(ConstantDescs.CD_int),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code.loadConstant(number).ireturn())));
    }
}
