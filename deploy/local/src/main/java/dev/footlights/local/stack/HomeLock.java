package dev.footlights.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second launcher off a home. The system lets the lock go with the process, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StackException when another launcher runs on this home, with its pid
     */
    static HomeLock take(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                String pid = RunFile.read(home)
                        .map(run -> " (pid " + run.launcher().pid() + ")")
                        .orElse("");
                throw new StackException("A stack already runs on " + home.directory() + pid
                        + ". Stop it with `./footlights down`, or set " + Home.VARIABLE + " and " + Ports.VARIABLE
                        + " for a second one.");
            }
            return new HomeLock(channel);
        } catch (IOException failure) {
            throw new StackException("Can't lock " + home.lockFile() + ": " + failure, failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new StackException("Can't let go of the lock: " + failure, failure);
        }
    }
}
