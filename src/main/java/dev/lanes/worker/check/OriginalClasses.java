package dev.lanes.worker.check;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/// The experiments and kernels as they were before an edit, beside the edited ones in the same fork. All else is shared
/// with it: the annotations among others, by which both are found.
public final class OriginalClasses extends URLClassLoader {
    /// Names the class path with the original in the forks of an edit.
    public static final String PROPERTY = "lanes.original";
    private static final String OURS = "dev.lanes.";
    private static final String ANNOTATIONS = "dev.lanes.annotation.";

    private OriginalClasses(String classPath) {
        super(Arrays.stream(classPath.split(File.pathSeparator)).map(OriginalClasses::url).toArray(URL[]::new),
                OriginalClasses.class.getClassLoader());
    }

    /// That class as it was before the edit; the class itself in all forks but those of an edit.
    static Class<?> of(Class<?> type) throws ClassNotFoundException {
        String classPath = System.getProperty(PROPERTY);
        return classPath == null ? type : new OriginalClasses(classPath).loadClass(type.getName());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(ANNOTATIONS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
