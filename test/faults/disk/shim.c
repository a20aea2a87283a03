/*
 * Stands between SQLite and the disk when it is loaded by LD_PRELOAD. Of the calls on files named "….db…":
 *
 * - FAULTS_PLAN names a file that holds "<calls> <errno> <every>": of these calls (r: read, w: write, s: sync) every so
 *   manyth fails with that error. It is looked at anew at each call; "- 0 1" lets all of them pass.
 * - FAULTS_IMAGES names a directory for what a loss of power would leave: each file as it was at its last sync, and all
 *   of them together at each sync of the log, in directories numbered from 0.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PLAN_BYTES 64
#define LOG "events.db-wal"
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *plan, *images;
static unsigned calls_seen, images_kept;
/* Held while a file is changed or copied, so that an image is of one moment. */
static pthread_mutex_t disk = PTHREAD_MUTEX_INITIALIZER;

static __typeof__(&pwrite64) real_pwrite;
static __typeof__(&pread64) real_pread;
static __typeof__(&ftruncate64) real_ftruncate;
static __typeof__(&fsync) real_fsync;
static __typeof__(&fdatasync) real_fdatasync;

__attribute__((constructor)) static void begin(void) {
  real_pwrite = REAL(pwrite64);
  real_pread = REAL(pread64);
  real_ftruncate = REAL(ftruncate64);
  real_fsync = REAL(fsync);
  real_fdatasync = REAL(fdatasync);
  images = getenv("FAULTS_IMAGES");
  const char *file = getenv("FAULTS_PLAN");
  int fd = file ? open(file, O_RDONLY) : -1;
  if (fd < 0) return;
  void *mapped = mmap(NULL, PLAN_BYTES, PROT_READ, MAP_SHARED, fd, 0);
  if (mapped != MAP_FAILED) plan = mapped;
  close(fd);
}

/* The name of a database's file, without its directory; NULL for any other file. */
static const char *database(int fd, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  return name && strstr(name, ".db") ? name + 1 : NULL;
}

static int fails(char call, int fd) {
  char path[PATH_MAX], calls[8];
  int error;
  unsigned every;
  if (!plan || sscanf(plan, "%7s %d %u", calls, &error, &every) != 3 || !strchr(calls, call)) return 0;
  if (!database(fd, path)) return 0;
  if (__atomic_add_fetch(&calls_seen, 1, __ATOMIC_RELAXED) % every != 0) return 0;
  errno = error;
  return 1;
}

static void copy(int from, const char *to) {
  char buffer[1 << 16];
  int out = open(to, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  ssize_t read;
  for (off_t at = 0; (read = real_pread(from, buffer, sizeof buffer, at)) > 0; at += read)
    if (write(out, buffer, read) != read) abort();
  close(out);
}

/* Keeps one file as it is now; where it is the log's, all files that are still there as they were last kept. */
static void keep(int fd, const char *path, const char *name) {
  char synced[PATH_MAX], fresh[PATH_MAX], file[PATH_MAX + 256], image[PATH_MAX], linked[PATH_MAX + 256],
      live[PATH_MAX + 256];
  snprintf(synced, sizeof synced, "%s/synced", images);
  snprintf(fresh, sizeof fresh, "%s/fresh", images);
  snprintf(file, sizeof file, "%s/%s", synced, name);
  mkdir(synced, 0700);
  copy(fd, fresh);
  rename(fresh, file);
  if (strcmp(name, LOG) != 0) return;
  snprintf(image, sizeof image, "%s/%u", images, images_kept++);
  mkdir(image, 0700);
  DIR *all = opendir(synced);
  for (struct dirent *each; (each = readdir(all));) {
    snprintf(file, sizeof file, "%s/%s", synced, each->d_name);
    snprintf(linked, sizeof linked, "%s/%s", image, each->d_name);
    snprintf(live, sizeof live, "%.*s%s", (int)(name - path), path, each->d_name);
    if (each->d_name[0] != '.' && access(live, F_OK) == 0) link(file, linked);
  }
  closedir(all);
}

static int synced(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  const char *name;
  if (fails('s', fd)) return -1;
  pthread_mutex_lock(&disk);
  int result = real(fd);
  if (result == 0 && images && (name = database(fd, path))) keep(fd, path, name);
  pthread_mutex_unlock(&disk);
  return result;
}

int fsync(int fd) { return synced(fd, real_fsync); }

int fdatasync(int fd) { return synced(fd, real_fdatasync); }

ssize_t pread64(int fd, void *to, size_t bytes, off64_t at) {
  return fails('r', fd) ? -1 : real_pread(fd, to, bytes, at);
}

ssize_t pwrite64(int fd, const void *from, size_t bytes, off64_t at) {
  if (fails('w', fd)) return -1;
  pthread_mutex_lock(&disk);
  ssize_t written = real_pwrite(fd, from, bytes, at);
  pthread_mutex_unlock(&disk);
  return written;
}

int ftruncate64(int fd, off64_t bytes) {
  if (fails('w', fd)) return -1;
  pthread_mutex_lock(&disk);
  int result = real_ftruncate(fd, bytes);
  pthread_mutex_unlock(&disk);
  return result;
}
