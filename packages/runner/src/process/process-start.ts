// When a process began, as its system tells it: with its id it names one process for ever, for ids are given again.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * A text that is the same whenever it is asked for as long as the process lives, and another for every other process of
 * that id; null where there is no such process, or the system does not say.
 */
export async function processStart(
  id: number,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  try {
    switch (platform) {
      case "linux": {
        const [boot, text] = await Promise.all([
          readFile("/proc/sys/kernel/random/boot_id", "utf8"),
          readFile(`/proc/${id}/stat`, "utf8"),
        ]);
        // Field 22, proc(5); the second is in parentheses and may hold anything.
        const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
        const [state, start] = [fields[0], fields[19]];
        return state === "Z" || start === undefined ? null : `${boot.trim()} ${start}`;
      }
      case "win32": {
        const script = `(Get-Process -Id ${id}).StartTime.ToUniversalTime().Ticks`;
        const { stdout } = await execute("powershell", ["-NoProfile", "-Command", script]);
        return stdout.trim() || null;
      }
      default: {
        const { stdout } = await execute("ps", ["-o", "lstart=", "-p", String(id)], {
          env: { LC_ALL: "C", TZ: "UTC" },
        });
        return stdout.trim() || null;
      }
    }
  } catch {
    return null;
  }
}
