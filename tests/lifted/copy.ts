import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The repository as it lies on the disk, somewhere else, where it may be broken. */
export type Copy = {
  folder: string;
  /** Runs `work` while a file says something else. Throws where it does not say `says` exactly once. */
  broken<T>(file: string, says: string, becomes: string, work: () => T): T;
  remove(): void;
};

/** A folder with the same files, each in both places: what packages the app follows no link to a folder. */
function linkAll(from: string, to: string): void {
  fs.mkdirSync(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkAll(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else fs.linkSync(source, target);
  }
}

/** Beside the repository, so that it lies on the same disk. */
export function makeCopy(root: string): Copy {
  const folder = fs.mkdtempSync(path.join(path.dirname(root), '.baseline-lifted-'));
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of listed.stdout.split('\0').filter(Boolean)) {
    if (!fs.existsSync(path.join(root, name))) continue;
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.copyFileSync(path.join(root, name), path.join(folder, name));
  }
  linkAll(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    folder,
    broken: (name, says, becomes, work) => {
      const file = path.join(folder, name);
      const text = fs.readFileSync(file, 'utf8');
      if (text.split(says).length !== 2) throw new Error(`${name} does not say exactly once: ${says}`);
      fs.writeFileSync(
        file,
        text.replace(says, () => becomes),
      );
      try {
        return work();
      } finally {
        fs.writeFileSync(file, text);
      }
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
