import sharp from 'sharp';
import { canvas, ridges, sky, trees, water } from './drawing/landscape.ts';
import { boats, hall, houses, lanterns, pots, stalls } from './drawing/objects.ts';

type DemoPicture = { alt: string; caption: string; draw: () => string };

const ground = (y: number, colour: string) =>
  `<rect y="${y}" width="1600" height="${1000 - y}" fill="${colour}"/>`;
const green = ['#9fbfae', '#7aa58c', '#4f8468'];
const dusk = ['#c99a8c', '#9c6b6c', '#6b4a58'];

/** The pictures of the demonstration by name: drawings of places that do not exist. */
export const demoPictures: Record<string, DemoPicture> = {
  'song-lam-van': {
    alt: 'Sông Lam Vân buổi sáng, núi xanh nhiều lớp phía sau, mấy chiếc thuyền mui trên mặt nước',
    caption: 'Sông Lam Vân nhìn từ bến Hạc.',
    draw: () =>
      sky('#bfe0ea', '#fbead0', '#f6c65b', 1180, 250) +
      ridges(3, 420, green) +
      water(5, 600, '#6aa3ab', '#eaf6f2') +
      boats(7, 690, 3),
  },
  'ben-hac-chieu': {
    alt: 'Bến Hạc lúc chiều tà, thuyền neo dọc bờ, mặt trời thấp trên đỉnh đồi',
    caption: 'Bến Hạc lúc chiều xuống.',
    draw: () =>
      sky('#5d5a83', '#f2a66c', '#f9d27a', 420, 430) +
      ridges(11, 480, dusk) +
      water(13, 640, '#7b5a6b', '#f6c79a') +
      boats(17, 720, 4),
  },
  'cho-hac-van': {
    alt: 'Dãy quầy chợ Hạc Vân với mái che nhiều màu và những sạp trái cây',
    caption: 'Một góc chợ Hạc Vân.',
    draw: () =>
      sky('#cfe6ee', '#f7f0dd', '#f4cf6a', 240, 170) +
      houses(19, 560, 8) +
      ground(560, '#d3c4a6') +
      stalls(23, 860, 6),
  },
  'quay-rau': {
    alt: 'Hai dãy quầy rau quả trong chợ, mái che sọc trắng',
    caption: 'Những quầy rau quả họp từ sáng sớm.',
    draw: () => ground(0, '#efe3c8') + stalls(33, 480, 5) + ground(480, '#dccfae') + stalls(29, 900, 4),
  },
  'lang-gom': {
    alt: 'Ba giá gỗ xếp đầy bình gốm nâu, xanh rêu và vàng đất',
    caption: 'Gốm Hạc Vân chờ chuyến hàng.',
    draw: () => ground(0, '#e9dcc3') + pots(31, 3),
  },
  'pho-lo-gom-cu': {
    alt: 'Phố Lò Gốm Cũ với những ngôi nhà mái ngói đỏ và hàng cây trước cửa',
    caption: 'Phố Lò Gốm Cũ.',
    draw: () =>
      sky('#d7e9ee', '#fbf1dc', '#f3c968', 1320, 180) +
      houses(37, 740, 7) +
      ground(740, '#c9bda6') +
      trees(41, 800, 6, '#5b8f5e'),
  },
  'ho-sen-trang': {
    alt: 'Hồ Sen Trắng phẳng lặng, hàng cây soi bóng, đồi thông phía xa',
    caption: 'Hồ Sen Trắng.',
    draw: () =>
      sky('#cde7ef', '#f5f3e4', '#f7dc8c', 760, 220) +
      ridges(43, 470, ['#a9c7b0', '#6e9d7c']) +
      trees(47, 640, 11, '#4d8257') +
      water(53, 640, '#8fb9b7', '#ffffff'),
  },
  'den-long': {
    alt: 'Đêm hội bên hồ, đèn lồng nhiều màu treo ngang bầu trời tối',
    caption: 'Đêm đèn lồng bên hồ.',
    draw: () =>
      sky('#1e1b3a', '#4a3560', '#f6e7a8', 1300, 380) +
      ridges(59, 640, ['#2d2847', '#221e38']) +
      water(61, 780, '#2a2747', '#e8b95b') +
      lanterns(67),
  },
  'tru-so': {
    alt: 'Trụ sở phường mái ngói đỏ, hàng cột trắng, bậc tam cấp và hai hàng cây',
    caption: 'Trụ sở Ủy ban nhân dân phường.',
    draw: () =>
      sky('#c9e3ee', '#f8f1df', '#f5cf6e', 250, 190) +
      ridges(71, 480, ['#b3cdb8', '#8ab296']) +
      ground(700, '#cfc7a8') +
      hall(780, '#efd9a8') +
      trees(73, 860, 5, '#4f8457'),
  },
  'truong-hoc': {
    alt: 'Dãy phòng học hai hàng cửa sổ, sân trường rộng và cây xanh',
    caption: 'Sân trường buổi sáng.',
    draw: () =>
      sky('#bfe0f0', '#fdf4de', '#f7d06a', 1350, 170) +
      ground(690, '#d9cba6') +
      hall(760, '#f3e3b2') +
      trees(79, 830, 8, '#5a965f'),
  },
  'bo-ke': {
    alt: 'Đường Bờ Kè ven sông, cây mới trồng thành hàng, bên kia là đồi núi',
    caption: 'Hàng cây mới trên đường Bờ Kè.',
    draw: () =>
      sky('#c6e4ea', '#f6ecd6', '#f6d27a', 360, 210) +
      ridges(83, 440, green) +
      water(89, 590, '#79abb0', '#f2faf6') +
      ground(800, '#b9b09a') +
      trees(97, 830, 9, '#5c9160'),
  },
  'doi-thong': {
    alt: 'Đồi Thông Xanh sau mưa, nhiều lớp đồi nối nhau đến chân trời',
    caption: 'Đồi Thông Xanh sau mưa.',
    draw: () =>
      sky('#aebfcb', '#e6e6da', '#eef0e6', 900, 160) +
      ridges(101, 380, ['#a8bdb4', '#86a698', '#648d7a', '#47745f', '#305a48']),
  },
};

/** Renders a picture as a JPEG of 1,600 by 1,000 pixels. */
export const drawPicture = ({ draw }: DemoPicture): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${canvas.width}" height="${canvas.height}">${draw()}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
};
