"""Format vagen/1 a second time, from hashlib and hmac alone, AES-GCM from its definition.

Slow and plain: nothing here is shared with vagen/seal, so that both can't be wrong in one way.
"""

import base64
import hashlib
import hmac
import json


def u32(number):
    return bytes(number >> shift & 255 for shift in (24, 16, 8, 0))


def lp(content):
    return u32(len(content)) + content


def b32(content):
    return base64.b32encode(content).decode().lower().replace("=", "")


def b64url(content):
    return base64.b64encode(content).decode().replace("+", "-").replace("/", "_").replace("=", "")


def hkdf(secret, info, length=32, salt=b""):
    """RFC 5869; no key of the format needs a second block."""
    inner = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(inner, info + b"\x01", hashlib.sha256).digest()[:length]


def master(secret, audience, turn):
    return hkdf(secret, b"vagen/1 master" + lp(audience.encode()) + u32(turn))


def address(of):
    return b32(hkdf(of, b"vagen/1 address", 16))


def passphrase(of, words):
    bits = "".join(f"{byte:08b}" for byte in hkdf(of, b"vagen/1 passphrase"))
    return " ".join(words[int(bits[at : at + 11], 2)] for at in range(0, 77, 11))


def name(of, path):
    key = hkdf(of, b"vagen/1 name")
    return b32(hmac.new(key, path.encode(), hashlib.sha256).digest()[:16])


def seal(of, path, content):
    p = lp(content)
    while len(p) % 1024:
        p += b"\0"
    a = b"vagen/1" + lp(path.encode())
    s = hmac.new(hkdf(of, b"vagen/1 siv"), lp(a) + p, hashlib.sha256).digest()
    return s + gcm(hkdf(hkdf(of, b"vagen/1 enc"), a, salt=s), p, a)


def script(sealed):
    return f'vagen("{b64url(sealed)}");\n'.encode()


def index(of, built, base, files, home="index.html"):
    whole = {"format": "vagen/1", "built": built, "base": base, "home": home, "files": files}
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return seal(of, "/index", text.encode())


def slot(of, words, iterations=1_000_000):
    salt = hkdf(of, b"vagen/1 salt")
    key = hashlib.pbkdf2_hmac("sha256", passphrase(of, words).encode(), salt, iterations)
    ad = b"vagen/1 slot" + lp(b"PBKDF2-SHA256") + u32(iterations) + lp(salt)
    return {
        "format": "vagen/1",
        "kdf": "PBKDF2-SHA256",
        "iterations": iterations,
        "salt": b64url(salt),
        "address": address(of),
        "master": b64url(gcm(key, of, ad + lp(address(of).encode()))),
    }


def gcm(key, plain, about):
    """AES-256-GCM (NIST SP 800-38D) with a nonce of twelve zero bytes: ciphertext, then tag."""
    schedule = _schedule(key)
    stream = b"".join(
        _block(schedule, bytes(12) + u32(count)) for count in range(2, 2 + -(-len(plain) // 16))
    )
    cipher = bytes(one ^ other for one, other in zip(plain, stream, strict=False))
    lengths = (len(about) * 8).to_bytes(8, "big") + (len(cipher) * 8).to_bytes(8, "big")
    return cipher + _xor(
        _ghash(_block(schedule, bytes(16)), _filled(about) + _filled(cipher) + lengths),
        _block(schedule, bytes(12) + u32(1)),
    )


def _filled(content):
    return content + bytes(-len(content) % 16)


def _xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _ghash(key, content):
    hashed, times = 0, int.from_bytes(key, "big")
    for at in range(0, len(content), 16):
        hashed = _product(hashed ^ int.from_bytes(content[at : at + 16], "big"), times)
    return hashed.to_bytes(16, "big")


def _product(one, other):
    result = 0
    for bit in range(127, -1, -1):
        if one >> bit & 1:
            result ^= other
        other = other >> 1 ^ (0xE1 << 120 if other & 1 else 0)
    return result


def _doubled(byte):
    return byte << 1 & 255 ^ (0x1B if byte & 128 else 0)


def _times(one, other):
    result = 0
    while other:
        result ^= one if other & 1 else 0
        one, other = _doubled(one), other >> 1
    return result


def _box(byte):
    inverse = next((x for x in range(256) if _times(byte, x) == 1), 0)
    turned = [inverse << by & 255 | inverse >> (8 - by) for by in range(5)]
    return turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4] ^ 0x63


BOX = bytes(map(_box, range(256)))
ROWS = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11]


def _schedule(key):
    words, constant = [key[at : at + 4] for at in range(0, 32, 4)], 1
    for at in range(8, 60):
        last = words[-1]
        if at % 8 == 0:
            last = (last[1:] + last[:1]).translate(BOX)
            last = bytes([last[0] ^ constant]) + last[1:]
            constant = _doubled(constant)
        elif at % 8 == 4:
            last = last.translate(BOX)
        words.append(_xor(words[-8], last))
    return [b"".join(words[at : at + 4]) for at in range(0, 60, 4)]


def _block(schedule, block):
    """AES of one block (FIPS 197)."""
    state = _xor(block, schedule[0])
    for key in schedule[1:-1]:
        moved = bytes(state.translate(BOX)[at] for at in ROWS)
        state = _xor(b"".join(_mixed(moved[at : at + 4]) for at in range(0, 16, 4)), key)
    return _xor(bytes(state.translate(BOX)[at] for at in ROWS), schedule[-1])


def _mixed(column):
    return bytes(
        _doubled(column[at])
        ^ _doubled(column[(at + 1) % 4])
        ^ column[(at + 1) % 4]
        ^ column[(at + 2) % 4]
        ^ column[(at + 3) % 4]
        for at in range(4)
    )
